using Daytwo.Crds.Backups;
using Daytwo.Crds.Backups.Status;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Writes;

/// <summary>An EtcdBackup to create or apply: only what is set is sent.</summary>
public sealed record EtcdBackupWrite
{
    public string ApiVersion { get; } = Kinds.ApiVersion;

    public string Kind { get; } = Kinds.EtcdBackups.Type.Kind;

    public ObjectMetaWrite? Metadata { get; init; }

    public EtcdBackupSpec? Spec { get; init; }

    public EtcdBackupStatus? Status { get; init; }

    /// <summary>An apply of the whole status to exactly this object.</summary>
    public static EtcdBackupWrite StatusOf(ObjectMeta target, EtcdBackupStatus status) =>
        new() { Metadata = new ObjectMetaWrite { Name = target.Name, Uid = target.Uid }, Status = status };
}
