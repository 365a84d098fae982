using System.Security.Cryptography;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Files;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Reporting;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Cli.Rules;

/// <summary>One comparison from making its objects to removing them.</summary>
internal sealed class CompareRun(Surroundings around, ComparisonPlace place, ComparisonOptions options, OutputFormat format)
{
    public async Task<int> Run(RuleSet rules, CancellationToken ct)
    {
        var (startedAt, start) = (around.Time.GetUtcNow(), around.Time.GetTimestamp());
        var version = (await new DiscoveryClient(place.Client.Transport).Version(ct)).Required();
        var run = "compare-" + RandomNumberGenerator.GetHexString(6, lowercase: true);
        var made = new MadeObjects(place.Client, run);
        IReadOnlyList<RuleComparison> compared;
        using (var line = around.Progress())
        {
            try
            {
                compared = await new ComparisonRun(place.ApiServers, made, options, run, around.Time).Run(rules, new Shown(line), ct);
            }
            finally
            {
                await Remove(made, line);
            }
        }

        var report = new ComparisonReport(
            startedAt, around.Time.GetElapsedTime(start).TotalSeconds, RunEnvironment.OfMachine(version.GitVersion ?? "", place.Plane?.Programs ?? []), compared, Normalisation.All);
        around.Printer(format).Print(report, ReportJson.Default.ComparisonReport, text => ComparisonTable.Write(text, report));
        return report.Equal ? ExitCode.Success : ExitCode.Failed;
    }

    /// <summary>A control plane of this run's own goes with all it holds.</summary>
    private async Task Remove(MadeObjects made, ProgressLine line)
    {
        if (place.Plane is not null)
        {
            return;
        }

        line.Report("removing what was made", 0, null);
        foreach (var left in await made.Remove(around.Time))
        {
            await around.Error.WriteLineAsync($"daytwo: could not remove {left}; it has the label {MadeObjects.RunLabel}");
        }
    }

    private sealed class Shown(ProgressLine line) : IProgress<ComparisonProgress>
    {
        public void Report(ComparisonProgress value) => line.Report(value.Step, value.Done, value.Total, Human.Count);
    }
}
