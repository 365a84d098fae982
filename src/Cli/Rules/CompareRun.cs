using System.Security.Cryptography;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Proof;
using Daytwo.Proof.Comparing;
using Daytwo.Proof.Drills;
using Daytwo.Proof.Files;
using Daytwo.Proof.Measuring;
using Daytwo.Proof.Replaying;
using Daytwo.Proof.Reporting;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Cli.Rules;

/// <summary>One comparison from making its objects to removing them.</summary>
internal sealed class CompareRun(Surroundings around, ComparisonPlace place, ComparisonOptions options, MeasuringOptions? measuring, IReadOnlyList<Drill> drills, string? page, OutputFormat format)
{
    public async Task<int> Run(RuleSet rules, CancellationToken ct)
    {
        var (startedAt, start) = (around.Time.GetUtcNow(), around.Time.GetTimestamp());
        var version = (await new DiscoveryClient(place.Client.Transport).Version(ct)).Required();
        var run = "compare-" + RandomNumberGenerator.GetHexString(6, lowercase: true);
        var made = new MadeObjects(place.Client, run);
        IReadOnlyList<RuleComparison> compared;
        IReadOnlyList<Measurement> measured = [];
        IReadOnlyList<DrillResult> drilled = [];
        using (var line = around.Progress())
        {
            try
            {
                compared = await new ComparisonRun(place.ApiServers, made, options, run, around.Time).Run(rules, new Shown(line), ct);
                if (measuring is not null)
                {
                    measured = await new MeasuringRun(place.ApiServers[0], made, measuring, run, around.Time).Run(AboutPods(rules), run, new Shown(line), ct);
                }

                if (drills.Count > 0)
                {
                    await using var faults = await LocalFaults.Prepare(place, around.Time, ct);
                    drilled = await new DrillRun(place.ApiServers, made, faults, run, run, around.Time).Run(rules, options.Given, drills, new Shown(line), ct);
                }
            }
            catch (ProofException e) when (place.Webhooks is { } webhooks)
            {
                throw new CliException($"{e.Message}\nThe end of the log of the webhooks:\n{webhooks.LogTail}", inner: e);
            }
            finally
            {
                await Remove(made, line);
            }
        }

        var report = new ComparisonReport(
            startedAt, around.Time.GetElapsedTime(start).TotalSeconds, RunEnvironment.OfMachine(version.GitVersion ?? "", place.Plane?.Programs ?? []), compared, measured, drilled, Normalisation.All);
        if (page is not null)
        {
            await File.WriteAllTextAsync(page, HtmlPage.Write(report), ct);
        }

        around.Printer(format).Print(report, ReportJson.Default.ComparisonReport, text => ComparisonTable.Write(text, around.Ink, report));
        return report.Equal && report.Recovered ? ExitCode.Success : ExitCode.Failed;
    }

    private static AdmissionRule AboutPods(RuleSet rules) =>
        rules.Rules.FirstOrDefault(rule => rule.Spec.Match.ResourceRules.Any(match => match.Resources.Contains("pods") && match.Operations.Any(operation => operation is AdmissionOperation.Create or AdmissionOperation.Any)))
        ?? throw new CliException("--measure: none of the rules is about the creation of pods, which is what is measured", ExitCode.Usage);

    /// <summary>A control plane of this run's own goes with all it holds.</summary>
    private async Task Remove(MadeObjects made, ProgressLine line)
    {
        if (place.Plane is not null)
        {
            return;
        }

        line.Report("removing what was made", 0, null);
        foreach (var left in await made.RemoveAll(around.Time))
        {
            await around.Error.WriteLineAsync($"daytwo: could not remove {left}; it has the label {MadeObjects.RunLabel}");
        }
    }

    private sealed class Shown(ProgressLine line) : IProgress<ComparisonProgress>
    {
        public void Report(ComparisonProgress value) => line.Report(value.Step, value.Done, value.Total, Human.Count);
    }
}
