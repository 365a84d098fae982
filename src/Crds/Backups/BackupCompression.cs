namespace Daytwo.Crds.Backups;

/// <summary>How snapshots are compressed before they are encrypted and stored.</summary>
public enum BackupCompression
{
    Gzip,
    None,
}
