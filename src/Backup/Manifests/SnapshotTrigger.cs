namespace Daytwo.Backup.Manifests;

/// <summary>What caused a backup.</summary>
public enum SnapshotTrigger
{
    Manual,
    Scheduled,
}
