using System.CommandLine;
using Daytwo.Backup.Verification;
using Daytwo.Cli.CommandLine;
using Daytwo.Storage;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup verify</c>.</summary>
internal static class BackupVerify
{
    public static Command Create(Surroundings around)
    {
        var (store, snapshot, output) = (new StoreOptions(), new SnapshotArgument(), CommonOptions.Output());
        var level = EnumOption.Of("--level", "How much to check: everything by reading it back in full, or the digest of the stored bytes", VerificationLevel.Full);
        var spool = new Option<string?>("--spool-dir") { Description = "Folder for the encrypted temporary file of a full check (default: the system's)", HelpName = "DIR" };
        var command = new Command("verify", "Read a snapshot back, check it and keep the result beside it; exits 4 when it is damaged");
        snapshot.AddTo(command);
        store.AddTo(command);
        foreach (var option in new Option[] { level, spool, output })
        {
            command.Options.Add(option);
        }

        return command.WithExamples("daytwo backup verify --to s3://backups/prod", "daytwo backup verify 20261121t031500z-9f2c --to s3://backups/prod --encryption-key backup.key")
            .Runs(around, async (parsed, ct) =>
            {
                using var key = store.Key(parsed);
                await using var target = store.OpenExisting(parsed, around.Time);
                var entry = await snapshot.Find(parsed, target, key, ct);
                var request = new VerificationRequest { Store = target, Manifest = entry.Manifest, Key = key, Level = parsed.GetValue(level), SpoolDirectory = parsed.GetValue(spool) };
                var outcome = await Verify(around, request, ct);
                await Keep(around, request, outcome, ct);
                var report = new VerifyReport(entry.Id.Value, target.Address, outcome.Passed, outcome.Fault, outcome.Record.Detail, outcome.Content);
                around.Printer(parsed.GetValue(output)).Print(report, BackupReportsJson.Default.VerifyReport, text => text.WriteLine(
                    report.Passed
                        ? $"{report.Id}: good{(report.Content is { } c ? $", revision {c.Revision}, {c.TotalKeys} keys, hash {c.Hash:x8}" : "")}"
                        : $"{report.Id}: {report.Fault}: {report.Detail}"));
                return report.Passed ? ExitCode.Success : ExitCode.VerificationFailed;
            });
    }

    /// <summary>Lists and the operator show what is kept. Credentials that only read are no failure of the check.</summary>
    private static async Task Keep(Surroundings around, VerificationRequest request, VerificationOutcome outcome, CancellationToken ct)
    {
        try
        {
            await VerificationNotes.Record(request.Store, request.Manifest, outcome, request.Key, ct);
        }
        catch (StoreException e)
        {
            await around.Error.WriteLineAsync($"daytwo: warning: the result could not be kept beside the snapshot: {e.Message}");
        }
    }

    private static async Task<VerificationOutcome> Verify(Surroundings around, VerificationRequest request, CancellationToken ct)
    {
        using var line = around.Progress();
        return await new SnapshotVerifier(around.Time).Verify(request, new BackupProgressLine(line), ct);
    }
}
