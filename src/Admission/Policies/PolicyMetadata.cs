namespace Daytwo.Admission.Policies;

/// <summary>What evaluation needs of a policy's metadata.</summary>
public sealed record PolicyMetadata
{
    public string Name { get => field ?? ""; init; }

    public long Generation { get; init; }
}
