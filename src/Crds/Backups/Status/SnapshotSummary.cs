namespace Daytwo.Crds.Backups.Status;

/// <summary>What the store holds for a backup, by the last inventory.</summary>
public sealed record SnapshotSummary
{
    /// <summary>Complete snapshots.</summary>
    public int? Count { get; init; }

    /// <summary>Of these, the ones whose stored copy was verified.</summary>
    public int? Verified { get; init; }

    /// <summary>Objects that look like snapshots but cannot be restored.</summary>
    public int? Damaged { get; init; }

    /// <summary>Their size in the store in bytes.</summary>
    public long? StoredBytes { get; init; }

    /// <summary>When the oldest was taken.</summary>
    public DateTimeOffset? Oldest { get; init; }

    /// <summary>When the newest was taken.</summary>
    public DateTimeOffset? Newest { get; init; }

    /// <summary>When the store was last listed.</summary>
    public DateTimeOffset? ObservedAt { get; init; }
}
