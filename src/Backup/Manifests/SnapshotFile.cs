namespace Daytwo.Backup.Manifests;

/// <summary>What an object in a snapshot's folder is.</summary>
internal enum SnapshotFile
{
    Foreign,
    Manifest,
    Verification,
    Data,
}
