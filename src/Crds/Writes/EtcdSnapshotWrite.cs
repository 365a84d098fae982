using Daytwo.Crds.Snapshots;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Crds.Writes;

/// <summary>An EtcdSnapshot to create or apply: only what is set is sent.</summary>
public sealed record EtcdSnapshotWrite
{
    public string ApiVersion { get; } = Kinds.ApiVersion;

    public string Kind { get; } = Kinds.EtcdSnapshots.Type.Kind;

    public ObjectMetaWrite? Metadata { get; init; }

    public EtcdSnapshotSpec? Spec { get; init; }

    public EtcdSnapshotStatus? Status { get; init; }

    /// <summary>An apply of the whole status to exactly this object.</summary>
    public static EtcdSnapshotWrite StatusOf(ObjectMeta target, EtcdSnapshotStatus status) =>
        new() { Metadata = new ObjectMetaWrite { Name = target.Name, Uid = target.Uid }, Status = status };
}
