using System.CommandLine;
using System.Globalization;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cli.Status;

/// <summary><c>daytwo status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create(Surroundings around)
    {
        var (cluster, output) = (new ClusterOptions(), CommonOptions.Output());
        var command = new Command("status", "Tell whether the cluster is looked after; exits 1 when something needs a person");
        cluster.AddTo(command);
        command.Options.Add(output);
        return command.WithExamples("daytwo status", "daytwo status -o json | jq .good")
            .Runs(around, async (parsed, ct) =>
            {
                using var transport = new HttpApiTransport(cluster.Connection(parsed, around.Time), around.Time);
                var result = await new KubernetesClient(transport).List(Kinds.EtcdBackups, new ListRequest(), ct);
                if (result.Error is { Kind: ApiErrorKind.NotFound })
                {
                    throw new CliException("this cluster does not know the kind EtcdBackup; install it with 'daytwo crds | kubectl apply --server-side -f -'", ExitCode.NotFound);
                }

                var states = result.Required().Items.Select(BackupState.Of).OrderBy(s => s.Name, StringComparer.Ordinal).ToList();
                var report = new StatusReport(states.Count > 0 && states.TrueForAll(s => s.Good), states);
                around.Printer(parsed.GetValue(output)).Print(report, StatusJson.Default.StatusReport, text => Table(text, around.Ink, report, around.Time.GetUtcNow()));
                return report.Good ? ExitCode.Success : ExitCode.Failed;
            });
    }

    private static void Table(TextWriter text, Ink ink, StatusReport report, DateTimeOffset now)
    {
        if (report.EtcdBackups.Count == 0)
        {
            text.WriteLine(ink.Bad("No EtcdBackup exists: nobody backs up this cluster.") + " See 'kubectl explain etcdbackup.spec'.");
            return;
        }

        var table = new TextTable("BACKUP", "SCHEDULE", "READY", "RPO MET", "LAST SUCCESS", "REVISION", "NEXT RUN", "SNAPSHOTS");
        foreach (var state in report.EtcdBackups)
        {
            table.Add(
                state.Name, state.Suspended ? "suspended" : state.Schedule ?? "once", Condition(ink, state.Ready), Condition(ink, state.PromiseMet),
                state.LastSuccess is { } last ? Human.Duration(now - last) + " ago" : "never", state.Revision?.ToString(CultureInfo.InvariantCulture) ?? "-",
                state.NextRun is { } next ? "in " + Human.Duration(next - now) : "-", state.Snapshots?.ToString(CultureInfo.InvariantCulture) ?? "-");
        }

        table.Write(text);
        foreach (var state in report.EtcdBackups.Where(s => s.Problem is not null))
        {
            text.WriteLine($"{ink.Bad(state.Name)}: {state.Problem}");
        }
    }

    private static string Condition(Ink ink, string status) => status switch
    {
        "True" => ink.Good(status),
        "False" => ink.Bad(status),
        _ => status,
    };
}
