namespace Daytwo.Crds.Backups;

/// <summary>How far a stored snapshot is checked before its run counts as good.</summary>
public enum BackupVerification
{
    /// <summary>Read back, decrypted, decompressed, and walked as an etcd database.</summary>
    Full,

    /// <summary>Read back and compared byte by digest.</summary>
    Stored,

    /// <summary>Only etcd's digest while receiving.</summary>
    None,
}
