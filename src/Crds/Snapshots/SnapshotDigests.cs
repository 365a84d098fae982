namespace Daytwo.Crds.Snapshots;

/// <summary>SHA-256 digests of a snapshot, in hexadecimal.</summary>
public sealed record SnapshotDigests
{
    /// <summary>Of the database as etcd sent it.</summary>
    public string? Database { get; init; }

    /// <summary>Of the bytes in the store.</summary>
    public string? Stored { get; init; }
}
