using System.CommandLine;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Pruning;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup prune</c>.</summary>
internal static class BackupPrune
{
    public static Command Create(Surroundings around)
    {
        var (store, policy, output) = (new StoreOptions(), new RetentionOptions(), CommonOptions.Output());
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tell what would be deleted, and why" };
        var command = new Command("prune", "Delete snapshots that no rule keeps; never the newest verified one");
        store.AddTo(command);
        policy.AddTo(command);
        command.Options.Add(dryRun);
        command.Options.Add(output);
        return command.WithExamples("daytwo backup prune --to s3://backups/prod --keep-last 4 --keep-daily 7 --dry-run", "daytwo backup prune --to file:/var/backups/etcd --max-age-days 30")
            .Runs(around, async (parsed, ct) =>
            {
                using var key = store.Key(parsed);
                await using var target = store.OpenExisting(parsed, around.Time);
                var inventory = await InventoryReader.Read(target, key, ct);
                var decisions = Retention.Choose(inventory.Snapshots.Select(s => s.ForRetention()), policy.Read(parsed), around.Time.GetUtcNow());
                if (!parsed.GetValue(dryRun))
                {
                    await Delete(inventory, decisions, new SnapshotPruner(target), ct);
                }

                var rows = decisions.Select(d => new PruneRow(d.Snapshot.Id.Value, d.Snapshot.CreatedAt, d.Keep, d.Reasons)).ToList();
                var report = new PruneReport(target.Address, parsed.GetValue(dryRun), rows);
                around.Printer(parsed.GetValue(output)).Print(report, BackupReportsJson.Default.PruneReport, text => Table(text, report, around.Time.GetUtcNow()));
                return ExitCode.Success;
            });
    }

    private static async Task Delete(Inventory inventory, IReadOnlyList<RetentionDecision> decisions, SnapshotPruner pruner, CancellationToken ct)
    {
        foreach (var decision in decisions.Where(d => !d.Keep))
        {
            await pruner.Delete(inventory.Snapshots.Single(s => s.Id == decision.Snapshot.Id), ct);
        }
    }

    private static void Table(TextWriter text, PruneReport report, DateTimeOffset now)
    {
        var table = new TextTable("ID", "AGE", report.DryRun ? "WOULD" : "DONE", "REASONS");
        foreach (var row in report.Snapshots)
        {
            table.Add(row.Id, Human.Duration(now - row.CreatedAt), row.Keep ? "keep" : "delete", string.Join(", ", row.Reasons));
        }

        table.Write(text);
    }
}
