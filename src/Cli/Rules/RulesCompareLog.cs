using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.Proof;
using Daytwo.Proof.AuditLog;

namespace Daytwo.Cli.Rules;

/// <summary><c>daytwo rules compare-log</c>.</summary>
internal static class RulesCompareLog
{
    private const int MostShown = 10;

    public static Command Create(Surroundings around)
    {
        var files = new Argument<string[]>("FILE") { Description = "Audit logs of apiservers, in format json; '-' for standard input", Arity = ArgumentArity.OneOrMore };
        var output = CommonOptions.Output();
        return new Command("compare-log", "Tell whether policy and webhook said the same of live requests, by apiservers' audit logs, for rules of outlet Both in modes Warn, Audit and Shadow; exits 1 when they did not") { files, output }
            .WithExamples(
                "daytwo rules compare-log /var/log/kubernetes/audit.log",
                "ssh controller-1 cat /var/log/kubernetes/audit.log | daytwo rules compare-log - -o json")
            .Runs(around, async (parsed, ct) =>
            {
                var comparison = new LogComparison();
                using (var line = around.Progress())
                {
                    foreach (var file in parsed.GetValue(files)!)
                    {
                        await Read(around, file, comparison, line, ct);
                    }
                }

                var report = comparison.Finish();
                around.Printer(parsed.GetValue(output)).Print(report, LogJson.Default.LogReport, text => Write(text, report));
                return report.Different == 0 ? ExitCode.Success : ExitCode.Failed;
            });
    }

    private static async Task Read(Surroundings around, string file, LogComparison comparison, ProgressLine line, CancellationToken ct)
    {
        try
        {
            using var text = file == "-" ? around.Input : File.Exists(file) ? File.OpenText(file) : throw new CliException($"there is no file {file}", ExitCode.Usage);
            while (await text.ReadLineAsync(ct) is { } read)
            {
                if (read.Length > 0)
                {
                    comparison.Add(read);
                    line.Report("reading events", comparison.Events, null, Human.Count);
                }
            }
        }
        catch (ProofException e)
        {
            throw new CliException($"{file}: {e.Message}", ExitCode.Usage, e);
        }
    }

    private static void Write(TextWriter text, LogReport report)
    {
        var table = new TextTable("RULE", "REQUESTS", "BREAK IT", "DIFFERENT", "UNKNOWN");
        foreach (var rule in report.Rules)
        {
            table.Add(rule.Rule, Human.Count(rule.Requests), Human.Count(rule.Broken), Human.Count(rule.Different), Human.Count(rule.Unknown));
        }

        table.Write(text);
        text.WriteLine();
        foreach (var difference in report.Differences.Take(MostShown))
        {
            text.WriteLine($"{difference.Rule}: {difference.Request} ({difference.Time}, audit id {difference.AuditId})");
            text.WriteLine($"  policy:  {Said(difference.Policy)}");
            text.WriteLine($"  webhook: {Said(difference.Webhook)}");
        }

        text.WriteLine(
            report.Requests == 0 ? $"nothing to compare in {Human.Count(report.Events)} events: a rule must have outlet Both, mode Warn, Audit or Shadow, and be Ready; and the audit policy must log its requests"
            : report.Different == 0 ? $"equal: {Human.Count(report.Requests)} live requests were judged alike by both outlets"
            : $"NOT equal: {Human.Count(report.Different)} of {Human.Count(report.Requests)} live requests were judged differently");
    }

    private static string Said(IReadOnlyList<string> messages) => messages.Count == 0 ? "passes" : string.Join("; ", messages);
}
