using Daytwo.Cli.Output;
using Daytwo.Proof.Auditing;

namespace Daytwo.Cli.Rules;

/// <summary>Prints an audit for people: what is wrong, then a line for each rule.</summary>
internal static class AuditTable
{
    private const int LongestMessage = 200;

    public static void Write(TextWriter text, AuditReport report)
    {
        if (report.Results.Any())
        {
            var wrong = new TextTable("RESULT", "RULE", "OBJECT", "MESSAGE");
            foreach (var result in report.Results)
            {
                wrong.Add(result.Outcome.ToString().ToLowerInvariant(), result.Rule, Name(result.Object), Line(result.Message));
            }

            wrong.Write(text);
            text.WriteLine(report.LeftOff > 0 ? $"… and {Human.Count(report.LeftOff)} more; --max-results shows more of them\n" : "");
        }

        var rules = new TextTable("RULE", "PASS", "FAIL", "WARN", "ERROR", "SKIP");
        foreach (var (rule, counts) in report.Rules)
        {
            rules.Add(rule, Human.Count(counts.Pass), Human.Count(counts.Fail), Human.Count(counts.Warn), Human.Count(counts.Error), Human.Count(counts.Skip));
        }

        rules.Write(text);
        text.WriteLine();
        var rate = report.Seconds > 0 ? report.Objects / report.Seconds : 0;
        text.WriteLine($"{Human.Count(report.Objects)} objects in {Human.Duration(TimeSpan.FromSeconds(report.Seconds))} ({Human.Count(rate)}/s): {(report.Summary.Clean ? "nothing violates a rule" : "rules are violated")}");
    }

    private static string Name(AuditedObject? about) => about switch
    {
        null => "-",
        { Namespace: { } ns } => $"{about.Kind} {ns}/{about.Name}",
        _ => $"{about.Kind} {about.Name}",
    };

    private static string Line(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }
}
