using Daytwo.Etcd;

namespace Daytwo.Backup.Sources;

/// <summary>What etcd's failures mean to a backup.</summary>
internal static class EtcdFailures
{
    public static SnapshotSourceException Describe(EtcdException e) => new(
        e.Failure switch
        {
            EtcdFailure.ClientCertificateRefused or EtcdFailure.PermissionDenied or EtcdFailure.ServerCertificateUntrusted => BackupFailure.SourceDenied,
            EtcdFailure.NoLeader or EtcdFailure.Learner or EtcdFailure.NoSpace or EtcdFailure.Corrupt => BackupFailure.SourceUnfit,
            _ => BackupFailure.SourceUnreachable,
        },
        e.Message,
        e);

    /// <summary>Once bytes came, a broken connection is no wrong address.</summary>
    public static SnapshotSourceException DescribeInterruption(EtcdException e) => new(
        BackupFailure.SourceInterrupted, $"The snapshot broke off: {e.Message}", e);
}
