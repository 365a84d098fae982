using Daytwo.Backup.Sources;

namespace Daytwo.Backup.Manifests;

/// <summary>
/// Everything known about one stored snapshot. Written last, so that a snapshot exists exactly when its manifest does; never changed after.
/// The format is described in docs/backup-format.md.
/// </summary>
public sealed record SnapshotManifest
{
    /// <summary>The format of the manifest; readers refuse a higher one.</summary>
    public int FormatVersion { get; init; } = 1;

    public required string Id { get; init; }

    /// <summary>When the snapshot was begun: it holds everything etcd had committed to this member by then.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the snapshot was stored and verified.</summary>
    public required DateTimeOffset CompletedAt { get; init; }

    public required SnapshotOrigin Origin { get; init; }

    /// <summary>etcd's storage version; null below 3.6.</summary>
    public string? StorageVersion { get; init; }

    /// <summary>etcd's revision in the snapshot; null when it was neither seen in passing nor by a full verification.</summary>
    public long? Revision { get; init; }

    /// <summary>Null unless the snapshot was fully verified when taken.</summary>
    public SnapshotContent? Content { get; init; }

    public required PlainBytes Plain { get; init; }

    public required StoredBytes Stored { get; init; }

    public required Compression Compression { get; init; }

    /// <summary>Id of the key that encrypts the snapshot and signs this manifest; null when it is neither.</summary>
    public string? KeyId { get; init; }

    /// <summary>Program and version that wrote it.</summary>
    public required string Tool { get; init; }

    public SnapshotOwner? Owner { get; init; }

    public required SnapshotTrigger Trigger { get; init; }

    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>The verification when taken; later ones stand beside the manifest.</summary>
    public VerificationRecord? Verification { get; init; }
}
