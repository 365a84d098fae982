using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Daytwo.Backup;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Etcd;
using Daytwo.Runtime.Hosting;

namespace Daytwo.Cli.Backups;

/// <summary><c>daytwo backup now</c>.</summary>
internal static class BackupNow
{
    public static Command Create(Surroundings around)
    {
        var (source, store, output) = (new SourceOptions(), new StoreOptions(), CommonOptions.Output());
        var compression = EnumOption.Of("--compression", "How to compress", Compression.Gzip);
        var verification = EnumOption.Of("--verify", "How to check what was stored: read back in full, digests of stored bytes only, not at all", VerificationLevel.Full);
        var spool = new Option<string?>("--spool-dir") { Description = "Folder for the encrypted temporary file of a full check (default: the system's)", HelpName = "DIR" };
        var command = new Command("now", "Take a backup now");
        source.AddTo(command);
        store.AddTo(command);
        foreach (var option in new Option[] { compression, verification, spool, output })
        {
            command.Options.Add(option);
        }

        return command.WithExamples(
            "daytwo backup now --endpoints https://10.0.0.10:2379,https://10.0.0.11:2379 --cacert ca.crt --cert etcd.crt --key etcd.key --to file:/var/backups/etcd",
            "daytwo backup now … --to s3://backups/prod --encryption-key backup.key",
            "daytwo backup now … --to s3://backups/prod --s3-endpoint https://minio.example:9000 --s3-path-style --s3-ca minio.crt -o json")
            .Runs(around, async (parsed, ct) =>
            {
                InlineSockets.Use();
                using var key = store.Key(parsed);
                using var tls = source.Tls(parsed);
                using var etcd = new EtcdClient(source.Client(parsed, tls, around.Time));
                await using var target = store.Open(parsed, around.Time);
                var members = new EtcdSnapshotSource(etcd);
                var request = new BackupRequest
                {
                    Id = NewId(around.Time.GetUtcNow()),
                    Source = members,
                    Store = target,
                    Key = key,
                    Compression = parsed.GetValue(compression),
                    Verification = parsed.GetValue(verification),
                    SpoolDirectory = parsed.GetValue(spool),
                };
                var outcome = await Run(around, request, ct);
                if (members.Concern is { } concern)
                {
                    await around.Error.WriteLineAsync("daytwo: warning: " + concern);
                }

                return Report(around.Printer(parsed.GetValue(output)), outcome, target.Address);
            });
    }

    /// <summary>Sortable by time; the random end keeps two administrators apart who start in the same second.</summary>
    private static SnapshotId NewId(DateTimeOffset now) =>
        SnapshotId.Parse(now.ToString("yyyyMMdd't'HHmmss'z'", CultureInfo.InvariantCulture) + "-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(2)));

    private static async Task<BackupOutcome> Run(Surroundings around, BackupRequest request, CancellationToken ct)
    {
        using var line = around.Progress();
        return await new BackupPipeline(around.Time).Run(request, new BackupProgressLine(line), ct);
    }

    private static int Report(Printer printer, BackupOutcome outcome, string address)
    {
        if (outcome is not BackupOutcome.Succeeded { Manifest: var manifest })
        {
            var failed = (BackupOutcome.Failed)outcome;
            throw new CliException(failed.Message, failed.Reason == BackupFailure.VerificationFailed ? ExitCode.VerificationFailed : ExitCode.Failed);
        }

        printer.Print(manifest, BackupJson.Default.SnapshotManifest, text =>
        {
            var took = manifest.CompletedAt - manifest.CreatedAt;
            text.WriteLine($"snapshot {manifest.Id} in {address}");
            text.WriteLine($"  revision {manifest.Revision?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} of member {manifest.Origin.MemberName} ({manifest.Origin.Endpoint}, etcd {manifest.Origin.EtcdVersion})");
            text.WriteLine($"  {Human.Bytes(manifest.Plain.Size)}, stored as {Human.Bytes(manifest.Stored.Size)}{(manifest.KeyId is null ? "" : ", encrypted with key " + manifest.KeyId)}, in {Human.Duration(took)}");
            text.WriteLine(manifest.Verification is { Passed: true } check ? $"  verified: {(check.Level == VerificationLevel.Full ? "read back in full" : "the stored bytes")}{(manifest.Content is { } c ? $", {c.TotalKeys} keys, hash {c.Hash:x8}" : "")}" : "  not verified");
        });
        return ExitCode.Success;
    }
}
