using Daytwo.Crds.Backups;
using Daytwo.Crds.Backups.Status;
using Daytwo.Crds.Schema;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds;

/// <summary>
/// Takes backups of an etcd cluster: on a schedule, or once when spec.schedule is absent. Each backup is one full,
/// verified snapshot in an object store, encrypted before it leaves when a key is given, and appears as an EtcdSnapshot.
/// </summary>
[CustomResource("etcdbackups", "eb")]
[PrinterColumn("Schedule", "string", ".spec.schedule", Description = "Cron expression; empty for a one-off")]
[PrinterColumn("Suspend", "boolean", ".spec.suspend")]
[PrinterColumn("Ready", "string", ".status.conditions[?(@.type==\"Ready\")].status")]
[PrinterColumn("RPO", "string", ".status.conditions[?(@.type==\"RPOMet\")].status", Description = "Whether the promised recovery point holds")]
[PrinterColumn("Last Success", "date", ".status.lastSuccess.completedAt")]
[PrinterColumn("Revision", "integer", ".status.lastSuccess.revision", Description = "etcd revision of the last good backup")]
[PrinterColumn("Snapshots", "integer", ".status.snapshots.count")]
[PrinterColumn("Age", "date", ".metadata.creationTimestamp")]
[PrinterColumn("Next Run", "string", ".status.nextRunTime", Wide = true)]
[PrinterColumn("Store", "string", ".status.store", Wide = true)]
[PrinterColumn("Reason", "string", ".status.conditions[?(@.type==\"Ready\")].reason", Wide = true)]
[Rule("has(self.spec.schedule) == has(oldSelf.spec.schedule)",
    "an EtcdBackup stays scheduled or one-off: create another EtcdBackup instead of adding or removing spec.schedule", FieldPath = ".spec.schedule")]
[Rule("has(oldSelf.spec.schedule) || self.spec == oldSelf.spec",
    "the spec of a one-off EtcdBackup (no schedule) may not change: create another EtcdBackup", FieldPath = ".spec")]
public sealed record EtcdBackup : IObject
{
    public ObjectMeta Metadata { get => field ?? new(); init; }

    /// <summary>What to back up, when, and where to. Written by the user.</summary>
    [Required]
    public EtcdBackupSpec Spec { get => field ?? new(); init; }

    /// <summary>What is the case. Written by the operator alone.</summary>
    public EtcdBackupStatus Status { get => field ?? new(); init; }
}
