namespace Daytwo.Bench.Echo;

internal sealed record EchoStatus
{
    public string? Value { get; init; }

    public long? ObservedGeneration { get; init; }
}
