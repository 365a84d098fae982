using System.CommandLine;
using System.Globalization;
using System.Text.Json.Serialization;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Cli.Snapshots;

/// <summary><c>daytwo snapshot status</c>: what <c>etcdutl snapshot status</c> prints, without etcdutl.</summary>
internal static class SnapshotStatusCommand
{
    public static Command Create(Surroundings around)
    {
        var file = new Argument<string>("file") { Description = "A snapshot, decrypted and decompressed, or a member's db file" };
        var output = CommonOptions.Output();
        var status = new Command("status", "Walk the database in a snapshot file, check its structure and print hash, revision, keys and size") { file, output };
        status.WithExamples("daytwo snapshot status snapshot.db", "daytwo snapshot status snapshot.db -o json   # as etcdutl snapshot status -w json")
            .Runs(around, (parsed, ct) =>
            {
                var found = Inspect(parsed.GetValue(file)!, ct);
                around.Printer(parsed.GetValue(output)).Print(found, SnapshotStatusJson.Default.SnapshotStatus, text => Table(text, found));
                return Task.FromResult(ExitCode.Success);
            });
        return new Command("snapshot", "Look into snapshot files") { status }.WithExamples("daytwo snapshot status snapshot.db").ShowsHelpAlone();
    }

    private static SnapshotStatus Inspect(string path, CancellationToken ct)
    {
        try
        {
            return SnapshotFile.Inspect(path, ct).Status;
        }
        catch (SnapshotDamagedException e)
        {
            throw new CliException($"{path}: {e.Message}", ExitCode.VerificationFailed, e);
        }
        catch (FileNotFoundException e)
        {
            throw new CliException($"{path}: there is no such file", ExitCode.NotFound, e);
        }
    }

    private static void Table(TextWriter text, SnapshotStatus status)
    {
        var table = new TextTable("HASH", "REVISION", "TOTAL KEYS", "TOTAL SIZE", "VERSION");
        table.Add(
            status.Hash.ToString("x", CultureInfo.InvariantCulture), status.Revision.ToString(CultureInfo.InvariantCulture),
            status.TotalKeys.ToString(CultureInfo.InvariantCulture), Human.Bytes(status.TotalSize), status.Version);
        table.Write(text);
    }
}

[JsonSerializable(typeof(SnapshotStatus))]
internal sealed partial class SnapshotStatusJson : JsonSerializerContext;
