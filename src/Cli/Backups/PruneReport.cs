namespace Daytwo.Cli.Backups;

/// <summary>What <c>backup prune</c> prints for programs.</summary>
internal sealed record PruneReport(string Store, bool DryRun, IReadOnlyList<PruneRow> Snapshots);
