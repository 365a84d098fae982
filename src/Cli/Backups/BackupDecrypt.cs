using System.CommandLine;
using Daytwo.Backup.Reading;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup decrypt</c>.</summary>
internal static class BackupDecrypt
{
    public static Command Create(Surroundings around)
    {
        var input = new Argument<string>("file") { Description = "A stored snapshot's data, copied out of the store by other means" };
        var key = new Option<string?>("--encryption-key") { Description = "File with the backup key, 32 bytes in base64", HelpName = "FILE" };
        var file = new Option<string>("--out") { Description = "The file to write; it appears only once it is whole and checked", HelpName = "FILE", Required = true };
        var output = CommonOptions.Output();
        return new Command("decrypt", "Decrypt and decompress a snapshot file that came from anywhere") { input, key, file, output }
            .WithExamples("aws s3 cp s3://backups/prod/snapshots/ID/DATA.db.gz.enc . && daytwo backup decrypt DATA.db.gz.enc --encryption-key backup.key --out snapshot.db")
            .Runs(around, async (parsed, ct) =>
            {
                var (from, to) = (parsed.GetValue(input)!, parsed.GetValue(file)!);
                using var secret = parsed.GetValue(key) is { } path ? KeyFile.Read(path) : null;
                await using var stored = File.OpenRead(from);
                await using var plain = await DetachedSnapshot.Open(stored, secret, ct);
                long bytes;
                using (var line = around.Progress())
                {
                    bytes = await PlainFile.Write(plain, to, done => line.Report("decrypting", done, null), ct);
                }

                around.Printer(parsed.GetValue(output)).Print(new FetchReport(null, to, bytes), BackupReportsJson.Default.FetchReport, text =>
                    text.WriteLine($"{from} → {to}: {Human.Bytes(bytes)}"));
                return ExitCode.Success;
            });
    }
}
