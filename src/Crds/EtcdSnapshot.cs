using Daytwo.Crds.Schema;
using Daytwo.Crds.Snapshots;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds;

/// <summary>
/// One stored snapshot of an etcd cluster. Written by the operator from what the store holds, and rebuilt from there when
/// lost; deleting it does not delete the stored copy.
/// </summary>
[CustomResource("etcdsnapshots", "es")]
[SelectableField(".spec.backupName")]
[PrinterColumn("Backup", "string", ".spec.backupName")]
[PrinterColumn("Revision", "integer", ".status.revision")]
[PrinterColumn("Keys", "integer", ".status.totalKeys")]
[PrinterColumn("Size", "integer", ".status.databaseBytes", Description = "Bytes of the etcd database")]
[PrinterColumn("Stored", "integer", ".status.storedBytes", Description = "Bytes in the store")]
[PrinterColumn("Verified", "date", ".status.verifiedAt")]
[PrinterColumn("Taken", "date", ".status.createdAt")]
[PrinterColumn("Etcd", "string", ".status.etcdVersion", Wide = true)]
[PrinterColumn("Member", "string", ".status.member", Wide = true)]
[PrinterColumn("Location", "string", ".status.location", Wide = true)]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp", Wide = true)]
public sealed record EtcdSnapshot : IObject
{
    public ObjectMeta Metadata { get => field ?? new(); init; }

    /// <summary>Which stored snapshot this is. May not change.</summary>
    [Required]
    public EtcdSnapshotSpec Spec { get => field ?? new(); init; }

    /// <summary>What the store's manifest says of it.</summary>
    public EtcdSnapshotStatus Status { get => field ?? new(); init; }
}
