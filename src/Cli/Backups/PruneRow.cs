namespace Daytwo.Cli.Backups;

/// <summary>What becomes of one snapshot, and by which rules.</summary>
internal sealed record PruneRow(string Id, DateTimeOffset CreatedAt, bool Keep, IReadOnlyList<string> Reasons);
