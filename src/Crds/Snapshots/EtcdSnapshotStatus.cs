using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Snapshots;

/// <summary>What the manifest of a stored snapshot says, and when it was last checked. Everything is optional.</summary>
public sealed record EtcdSnapshotStatus
{
    /// <summary>The metadata.generation this status speaks of.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>Ready: it can be restored as far as is known. Verified: the stored copy was read back and agreed with its manifest.</summary>
    [ListType("map", "type")]
    public IReadOnlyList<Condition>? Conditions { get; init; }

    /// <summary>Where the stored copy is, such as s3://bucket/prefix/snapshots/id.</summary>
    public string? Location { get; init; }

    /// <summary>When the snapshot was taken.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the stored copy was last verified.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>Until when the store refuses to delete it (Object Lock).</summary>
    public DateTimeOffset? LockedUntil { get; init; }

    /// <summary>The etcd revision it contains: the last write it holds.</summary>
    public long? Revision { get; init; }

    /// <summary>Number of keys, as etcdutl snapshot status counts.</summary>
    public long? TotalKeys { get; init; }

    /// <summary>The hash that etcdutl snapshot status prints: eight hexadecimal digits or fewer.</summary>
    public string? Hash { get; init; }

    /// <summary>Size of the etcd database in bytes.</summary>
    public long? DatabaseBytes { get; init; }

    /// <summary>Size in the store in bytes, after compression and encryption.</summary>
    public long? StoredBytes { get; init; }

    /// <summary>SHA-256 digests, in hexadecimal.</summary>
    public SnapshotDigests? Digests { get; init; }

    /// <summary>How it is compressed: Gzip or None.</summary>
    public string? Compression { get; init; }

    /// <summary>Which key decrypts it. Absent when it is not encrypted.</summary>
    public string? EncryptionKeyID { get; init; }

    /// <summary>Version of the etcd that served it; restore with the same minor version.</summary>
    public string? EtcdVersion { get; init; }

    /// <summary>Version of the storage format, empty below etcd 3.6.</summary>
    public string? StorageVersion { get; init; }

    /// <summary>Name of the etcd member that served it.</summary>
    public string? Member { get; init; }

    /// <summary>Identity of the etcd cluster, in hexadecimal.</summary>
    public string? ClusterID { get; init; }
}
