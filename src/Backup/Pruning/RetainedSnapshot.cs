namespace Daytwo.Backup.Pruning;

/// <summary>What retention must know about a snapshot.</summary>
/// <param name="LockedUntil">The store refuses to delete it before.</param>
public sealed record RetainedSnapshot(SnapshotId Id, DateTimeOffset CreatedAt, SnapshotHealth Health, DateTimeOffset? LockedUntil = null);
