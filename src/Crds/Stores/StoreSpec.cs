using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Stores;

/// <summary>Where snapshots are stored: exactly one member is set.</summary>
[Union("store")]
public sealed record StoreSpec
{
    /// <summary>A bucket of S3 or of a server that speaks its protocol.</summary>
    public S3StoreSpec? S3 { get; init; }

    /// <summary>A directory in the operator's file system, on a volume that outlives the etcd machines.</summary>
    public FilesystemStoreSpec? Filesystem { get; init; }
}
