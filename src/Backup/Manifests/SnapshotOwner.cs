namespace Daytwo.Backup.Manifests;

/// <summary>The Kubernetes object that ordered a backup.</summary>
public sealed record SnapshotOwner(string Kind, string Name, string Uid);
