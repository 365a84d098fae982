using Daytwo.Crds.Schema;

namespace Daytwo.Crds.Snapshots;

/// <summary>Which stored snapshot this is.</summary>
[Rule("self == oldSelf", "the spec of an EtcdSnapshot names a stored copy and may not change")]
public sealed record EtcdSnapshotSpec
{
    /// <summary>Name of the EtcdBackup that took it.</summary>
    [Required, Length(1, 253)]
    public string BackupName { get => field ?? ""; init; }

    /// <summary>Identity of the run that took it, unique in its store.</summary>
    [Required, Length(1, 128)]
    public string Id { get => field ?? ""; init; }

    /// <summary>The store that holds it.</summary>
    [Required]
    public StoreLocation Store { get => field ?? new(); init; }
}
