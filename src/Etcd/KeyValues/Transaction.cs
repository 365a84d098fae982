namespace Daytwo.Etcd.KeyValues;

/// <summary>Writes that all happen at one revision: <see cref="Then"/> when every condition holds, else <see cref="Else"/>.</summary>
public sealed record Transaction
{
    public IReadOnlyList<Comparison> If { get; init; } = [];

    public IReadOnlyList<Operation> Then { get; init; } = [];

    public IReadOnlyList<Operation> Else { get; init; } = [];
}
