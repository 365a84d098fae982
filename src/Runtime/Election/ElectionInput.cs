namespace Daytwo.Runtime.Election;

/// <summary>What can happen to an election.</summary>
internal readonly record struct ElectionInput(ElectionInputKind Kind, LeaseRecord? Lease = null, string? Error = null)
{
    public static ElectionInput Start => new(ElectionInputKind.Start);

    public static ElectionInput Elapsed => new(ElectionInputKind.Elapsed);

    public static ElectionInput Absent => new(ElectionInputKind.Absent);

    public static ElectionInput Conflict => new(ElectionInputKind.Conflict);

    public static ElectionInput Failed(string error) => new(ElectionInputKind.Failed, Error: error);

    public static ElectionInput Release => new(ElectionInputKind.Release);

    public static ElectionInput Read(LeaseRecord lease) => new(ElectionInputKind.Read, lease);

    public static ElectionInput Written(LeaseRecord lease) => new(ElectionInputKind.Written, lease);
}
