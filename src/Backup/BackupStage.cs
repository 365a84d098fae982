namespace Daytwo.Backup;

/// <summary>What a running backup is doing.</summary>
public enum BackupStage
{
    Connecting,

    /// <summary>Receiving from etcd and storing, both at once.</summary>
    Transferring,

    /// <summary>Reading back from the store.</summary>
    Verifying,

    Finishing,
}
