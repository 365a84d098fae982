using Daytwo.Backup.Pruning;

namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>One snapshot in a store, as its manifest tells.</summary>
internal sealed record StoredSnapshot
{
    public required string Id { get; init; }

    /// <summary>The name of the EtcdBackup that ordered it; null when none did.</summary>
    public string? OwnerName { get; init; }

    /// <summary>When it was begun.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset CompletedAt { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    public SnapshotHealth Health { get; init; }

    /// <summary>What is wrong with it when it is damaged, for a person; null otherwise.</summary>
    public string? Damage { get; init; }

    /// <summary>When it was last found good; null when never.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Until when the store refuses to delete it.</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    public long? Revision { get; init; }

    public long? TotalKeys { get; init; }

    public string? Hash { get; init; }

    public long DatabaseBytes { get; init; }

    public long StoredBytes { get; init; }

    public string? DatabaseSha256 { get; init; }

    /// <summary>Of the stored bytes; tells this copy from any other of the same id.</summary>
    public required string StoredSha256 { get; init; }

    public string? Compression { get; init; }

    public string? KeyId { get; init; }

    public string? EtcdVersion { get; init; }

    public string? StorageVersion { get; init; }

    public string? Member { get; init; }

    public string? ClusterId { get; init; }
}
