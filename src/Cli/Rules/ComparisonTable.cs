using Daytwo.Cli.Output;
using Daytwo.Proof.Measuring;
using Daytwo.Proof.Reporting;
using Daytwo.Proof.Replaying;

namespace Daytwo.Cli.Rules;

/// <summary>Prints a comparison for people.</summary>
internal static class ComparisonTable
{
    private const int MostShown = 10;

    public static void Write(TextWriter text, Ink ink, ComparisonReport report)
    {
        var table = new TextTable("RULE", "MODE", "APISERVER", "REQUESTS", "JUDGED", "ADMITTED", "REFUSED", "REJECTED", "FAILED", "DIFFERENT", "ENGINE DIFFERS", "PER SECOND");
        foreach (var rule in report.Rules)
        {
            table.Add(
                rule.Rule, rule.Mode, rule.Apiserver, Human.Count(rule.Requests), Human.Count(rule.Judged), Count(AnswerKind.Admitted), Count(AnswerKind.Refused), Count(AnswerKind.Rejected), Count(AnswerKind.Failed),
                Human.Count(rule.Different), Human.Count(rule.EngineDiffers), Human.Count(rule.Seconds > 0 ? rule.Requests / rule.Seconds : 0));

            string Count(AnswerKind kind) => Human.Count(rule.Verdicts.TryGetValue(kind, out var count) ? count : 0);
        }

        table.Write(text);
        text.WriteLine();
        foreach (var difference in report.Rules.SelectMany(rule => rule.Differences.Select(item => (rule.Rule, item))).Take(MostShown))
        {
            text.WriteLine($"{difference.Rule} ({difference.item.Mode}) on {difference.item.Apiserver}: {difference.item.Request}");
            foreach (var aspect in difference.item.Aspects)
            {
                text.WriteLine($"  {aspect.Aspect.ToString().ToLowerInvariant()}");
                text.WriteLine($"    policy:  {aspect.Policy.ReplaceLineEndings("\n             ")}");
                text.WriteLine($"    webhook: {aspect.Webhook.ReplaceLineEndings("\n             ")}");
            }

            if (difference.item.Engine is { } engine)
            {
                text.WriteLine($"  engine of this program\n    {engine.ReplaceLineEndings("\n    ")}");
            }
        }

        Measured(text, report.Measurements);
        DrillTable.Write(text, report.Drills);
        foreach (var rule in report.Rules.GroupBy(rule => rule.Rule, StringComparer.Ordinal).Where(rule => rule.All(result => result.Judged == 0)))
        {
            text.WriteLine($"no request reached {rule.Key}: it is about CONNECT, subresources, other namespaces or kinds that no objects are known of; give some with --objects");
        }

        text.WriteLine(report.Equal
            ? $"{ink.Good("equal")}: {Human.Count(report.Requests)} requests were answered alike through both outlets and by this program's own engine, {Human.Count(report.Judged)} of them judged by a rule ({Human.Duration(TimeSpan.FromSeconds(report.Seconds))})"
            : $"{ink.Bad("NOT equal")}: of {Human.Count(report.Requests)} requests, {Human.Count(report.Different)} were answered differently by policy and webhook, {Human.Count(report.EngineDiffers)} otherwise by this program's own engine");
        if (!report.Recovered)
        {
            text.WriteLine($"{ink.Bad("NOT recovered")}: in some drills verdicts were not right again after mending");
        }
    }

    private static void Measured(TextWriter text, IReadOnlyList<Measurement> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        var table = new TextTable("RULES", "IN FLIGHT", "SETUP", "P50 MS", "P90 MS", "P99 MS", "PER SECOND", "UNEXPECTED");
        foreach (var item in all)
        {
            table.Add(
                $"{item.Rules}{(item.Matching ? "" : " not matching")}", Human.Count(item.Concurrency), item.Setup.ToString(), Number(item.P50), Number(item.P90), Number(item.P99),
                Human.Count(item.PerSecond), Human.Count(item.Unexpected));
        }

        table.Write(text);
        text.WriteLine();
    }

    private static string Number(double value) => value.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
