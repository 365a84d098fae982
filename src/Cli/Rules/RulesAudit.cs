using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.Proof;
using Daytwo.Proof.Auditing;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules audit</c>.</summary>
internal static class RulesAudit
{
    public static Command Create(Surroundings around)
    {
        var (cluster, rules) = (new ClusterOptions(), new RuleOptions());
        var objects = new Option<string[]>("--objects") { Description = "File or folder of objects to judge instead of the cluster's; may be repeated. With -f no cluster is needed", HelpName = "FILE" };
        var most = NumberOption.Count("--max-results", $"The most results in one report, the gravest first; the rest is counted (default: {AuditOptions.DefaultMaxResults})");
        var output = EnumOption.Of("--output", "How to print the result; policyreport: PolicyReports (wgpolicyk8s.io/v1alpha2) to apply", AuditOutput.Table, "-o");
        var command = new Command(
            "audit", "Judge the objects that exist, as if each were created now; exits 0 when nothing violates a rule, 1 when something does or cannot be told, 3 when the cluster cannot be read")
        {
            objects, most, output,
        };
        rules.AddTo(command);
        cluster.AddTo(command);
        return command.WithExamples(
            "daytwo rules audit",
            "daytwo rules audit -f config/rules --objects manifests/",
            "daytwo rules audit no-latest-tag -o json | jq -r '.results[] | \"\\(.object.namespace)/\\(.object.name): \\(.message)\"'",
            "daytwo rules audit -o policyreport | kubectl apply --server-side -f -")
            .Runs(around, async (parsed, ct) =>
            {
                HttpApiTransport? transport = null;
                KubernetesClient Client() => new(transport ??= new HttpApiTransport(cluster.Connection(parsed, around.Time), around.Time));
                try
                {
                    var set = await rules.Read(parsed, Client, ct);
                    var format = parsed.GetValue(output);
                    var options = new AuditOptions { MaxResults = parsed.GetValue(most) ?? AuditOptions.DefaultMaxResults, ByNamespace = format == AuditOutput.PolicyReport };
                    var run = new AuditRun(set, options, around.Time);
                    AuditReport report;
                    using (var line = around.Progress())
                    {
                        report = parsed.GetValue(objects) is { Length: > 0 } files ? run.OfFiles(files, new Shown(line)) : await run.OfCluster(Client(), new Shown(line), ct);
                    }

                    Print(around, format, report);
                    return report.Summary.Clean ? ExitCode.Success : ExitCode.Failed;
                }
                catch (ProofException e)
                {
                    throw new CliException($"--objects: {e.Message}", ExitCode.Usage, e);
                }
                catch (Exception e) when (e is ApiErrorException or ApiUnreachableException or ApiProtocolException)
                {
                    throw new CliException($"the cluster could not be read: {e.Message}", ExitCode.NotFound, e);
                }
                finally
                {
                    transport?.Dispose();
                }
            });
    }

    private static void Print(Surroundings around, AuditOutput format, AuditReport report)
    {
        if (format != AuditOutput.PolicyReport)
        {
            around.Printer(format switch { AuditOutput.Json => OutputFormat.Json, AuditOutput.Yaml => OutputFormat.Yaml, _ => OutputFormat.Table })
                .Print(report, AuditJson.Default.AuditReport, text => AuditTable.Write(text, report));
            return;
        }

        foreach (var document in PolicyReports.Of(report))
        {
            around.Output.WriteLine("---");
            YamlText.Write(around.Output, document);
        }
    }

    private sealed class Shown(ProgressLine line) : IProgress<AuditProgress>
    {
        public void Report(AuditProgress value) => line.Report("judging " + value.Step, value.Done, value.Total, Human.Count);
    }
}
