namespace Daytwo.Crds.Backups;

/// <summary>What becomes of stored snapshots when their EtcdBackup is deleted.</summary>
public enum BackupDeletionPolicy
{
    Retain,
    Delete,
}
