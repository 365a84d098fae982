namespace Daytwo.Backup.Manifests;

/// <summary>What an object in a snapshot's folder is.</summary>
internal enum SnapshotPart
{
    Foreign,
    Manifest,
    Verification,
    Data,
}
