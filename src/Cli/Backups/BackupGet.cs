using System.CommandLine;
using Daytwo.Backup.Reading;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup get</c>.</summary>
internal static class BackupGet
{
    public static Command Create(Surroundings around)
    {
        var (store, snapshot, output) = (new StoreOptions(), new SnapshotArgument(), CommonOptions.Output());
        var file = new Option<string>("--out") { Description = "The file to write; it appears only once it is whole and checked", HelpName = "FILE", Required = true };
        var command = new Command("get", "Fetch a snapshot, decrypted and decompressed, ready for 'etcdutl snapshot restore'");
        snapshot.AddTo(command);
        store.AddTo(command);
        command.Options.Add(file);
        command.Options.Add(output);
        return command.WithExamples("daytwo backup get --to s3://backups/prod --out snapshot.db", "daytwo backup get 20261121t031500z-9f2c --to file:/var/backups/etcd --encryption-key backup.key --out snapshot.db")
            .Runs(around, async (parsed, ct) =>
            {
                using var key = store.Key(parsed);
                await using var target = store.OpenExisting(parsed, around.Time);
                var entry = await snapshot.Find(parsed, target, key, ct);
                await using var plain = await SnapshotReader.Open(target, entry.Manifest, key, ct);
                var path = parsed.GetValue(file)!;
                long bytes;
                using (var line = around.Progress())
                {
                    bytes = await PlainFile.Write(plain, path, done => line.Report("fetching", done, entry.Manifest.Plain.Size), ct);
                }

                around.Printer(parsed.GetValue(output)).Print(new FetchReport(entry.Id.Value, path, bytes), BackupReportsJson.Default.FetchReport, text =>
                    text.WriteLine($"{entry.Id} → {path}: {Human.Bytes(bytes)}, revision {entry.Manifest.Revision}"));
                return ExitCode.Success;
            });
    }
}
