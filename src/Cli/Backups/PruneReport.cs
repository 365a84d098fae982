namespace Daytwo.Cli.Backups;

/// <summary>What <c>backup prune</c> prints for programs.</summary>
internal sealed record PruneReport(string Store, bool DryRun, IReadOnlyList<PruneRow> Snapshots);

/// <summary>What becomes of one snapshot, and by which rules.</summary>
internal sealed record PruneRow(string Id, DateTimeOffset CreatedAt, bool Keep, IReadOnlyList<string> Reasons);
