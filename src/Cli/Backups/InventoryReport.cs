using Daytwo.Backup.Catalog;

namespace Daytwo.Cli.Backups;

/// <summary>What <c>backup list</c> prints for programs.</summary>
internal sealed record InventoryReport(string Store, IReadOnlyList<SnapshotRow> Snapshots, IReadOnlyList<InventoryProblem> Problems);
