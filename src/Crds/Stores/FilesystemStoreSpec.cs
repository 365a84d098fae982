using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Stores;

/// <summary>A directory in the operator's file system.</summary>
public sealed record FilesystemStoreSpec
{
    /// <summary>Absolute path of the directory, such as /var/lib/daytwo/backups. It must exist, and be on a volume that every replica of the operator mounts.</summary>
    [Required, Length(1, 512)]
    [Rule(StoreRules.DirectoryIsAbsolute, StoreRules.DirectoryIsAbsoluteMessage, Computed = true)]
    [Rule("self == oldSelf", "directory may not change, for the snapshots stored so far would be orphaned: create another EtcdBackup for the new place")]
    public string Directory { get => field ?? ""; init; }
}
