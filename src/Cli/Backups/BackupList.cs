using System.CommandLine;
using System.Globalization;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Pruning;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup list</c>.</summary>
internal static class BackupList
{
    public static Command Create(Surroundings around)
    {
        var (store, output) = (new StoreOptions(), CommonOptions.Output());
        var command = new Command("list", "List the snapshots a store holds, newest first");
        store.AddTo(command);
        command.Options.Add(output);
        return command.WithExamples("daytwo backup list --to file:/var/backups/etcd", "daytwo backup list --to s3://backups/prod -o json")
            .Runs(around, async (parsed, ct) =>
            {
                using var key = store.Key(parsed);
                await using var target = store.OpenExisting(parsed, around.Time);
                var inventory = await InventoryReader.Read(target, key, ct);
                var report = new InventoryReport(target.Address, [.. inventory.Snapshots.Select(SnapshotRow.Of)], inventory.Problems);
                around.Printer(parsed.GetValue(output)).Print(report, BackupReportsJson.Default.InventoryReport, text => Table(text, around.Ink, report, around.Time.GetUtcNow()));
                foreach (var problem in inventory.Problems)
                {
                    await around.Error.WriteLineAsync($"daytwo: {problem.Key}: {problem.Message}");
                }

                if (key is not null && inventory.Snapshots.Any(s => s.Health == SnapshotHealth.Untrusted))
                {
                    await around.Error.WriteLineAsync($"daytwo: Untrusted means: not signed with the key given ({key.Id})");
                }

                return ExitCode.Success;
            });
    }

    private static void Table(TextWriter text, Ink ink, InventoryReport report, DateTimeOffset now)
    {
        if (report.Snapshots.Count == 0)
        {
            text.WriteLine($"No snapshots in {report.Store}.");
            return;
        }

        var table = new TextTable("ID", "AGE", "REVISION", "SIZE", "STORED", "HEALTH", "VERIFIED", "KEY");
        foreach (var row in report.Snapshots)
        {
            table.Add(
                row.Id, Human.Duration(now - row.CreatedAt), row.Revision?.ToString(CultureInfo.InvariantCulture) ?? "?", Human.Bytes(row.PlainBytes), Human.Bytes(row.StoredBytes),
                Health(ink, row.Health), row.VerifiedAt is { } at ? Human.Duration(now - at) + " ago" : "-", row.KeyId ?? "-");
        }

        table.Write(text);
    }

    private static string Health(Ink ink, string health) => health switch
    {
        nameof(SnapshotHealth.Verified) => ink.Good(health),
        nameof(SnapshotHealth.Damaged) => ink.Bad(health),
        _ => ink.Heed(health),
    };
}
