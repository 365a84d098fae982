using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// The name of the EtcdSnapshot of a copy: the run's id, which no other object's run has. A copy that no EtcdBackup ordered may be seen by
/// several that share a store; each then has its own.
/// </summary>
internal static class SnapshotName
{
    public static string Of(ObjectMeta owner, StoredSnapshot copy) => copy.OwnerName is null ? $"{owner.Name}.{copy.Id}" : copy.Id;
}
