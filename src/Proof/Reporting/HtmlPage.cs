using System.Globalization;
using System.Text;
using Daytwo.Proof.Measuring;
using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Reporting;

/// <summary>A comparison as one page that needs nothing else: no script, no font, no address; pure.</summary>
public static class HtmlPage
{
    private const string Style = """
        :root { color-scheme: light dark; --text: #1f2328; --dim: #656d76; --line: #d0d7de; --page: #ffffff; --good: #1a7f37; --bad: #cf222e; --s0: #8c959f; --s1: #0969da; --s2: #bf8700; --s3: #8250df; --right: #b7dfc1; }
        @media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --dim: #9198a1; --line: #3d444d; --page: #0d1117; --good: #3fb950; --bad: #f85149; --s0: #9198a1; --s1: #4493f8; --s2: #d29922; --s3: #ab7df8; --right: #1f4d2b; } }
        body { font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); max-width: 76rem; margin: 2rem auto; padding: 0 1.5rem; }
        table { border-collapse: collapse; margin: 1rem 0; } th, td { padding: .3rem .8rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; }
        .good { color: var(--good); } .bad { color: var(--bad); } .dim, figcaption { color: var(--dim); } pre { white-space: pre-wrap; margin: 0; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(30rem, 1fr)); gap: 1.5rem; } figure { margin: 0; } svg { width: 100%; height: auto; }
        svg text { fill: var(--text); font-size: 11px; } svg text.value { font-size: 9px; fill: var(--dim); } svg .grid { stroke: var(--line); } .s0 { fill: var(--s0); } .s1 { fill: var(--s1); } .s2 { fill: var(--s2); } .s3 { fill: var(--s3); }
        section { margin: 2.5rem 0; } section h3 { margin-bottom: .2rem; } section p { margin: .2rem 0 1rem; } .told { margin: .2rem 0 1rem; padding-left: 1.2rem; } code { font: 12px/1.5 ui-monospace, monospace; overflow-wrap: anywhere; }
        .legend { line-height: 2; } .key { display: inline-block; width: .8em; height: .8em; margin: 0 .4em 0 1em; } .key:first-child { margin-left: 0; }
        .key.right { background: var(--right); } .key.gap { background: var(--bad); } .key.outage { background: var(--s2); } .key.unjudged { background: var(--s3); }
        rect.right { fill: var(--right); } rect.gap { fill: var(--bad); } rect.outage { fill: var(--s2); } rect.unjudged { fill: var(--s3); } .time { fill: none; stroke: var(--s1); stroke-width: 1.5; } .event { stroke: var(--text); stroke-dasharray: 3 2; }
        """;

    private static readonly string[] Setups = ["no rule", "policy", "webhook", "both"];

    public static string Write(ComparisonReport report)
    {
        var page = new StringBuilder($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>Rules compared</title><style>{Style}</style></head><body>\n");
        page.Append("<h1>Policy and webhook, compared</h1>");
        page.Append(report.Equal
            ? $"<p class=\"good\">All {Count(report.Requests)} requests were answered alike through both outlets and by Daytwo's own engine; {Count(report.Judged)} of them were judged by a rule.</p>"
            : $"<p class=\"bad\">Of {Count(report.Requests)} requests, {Count(report.Different)} were answered differently by policy and webhook, {Count(report.EngineDiffers)} otherwise by Daytwo's own engine.</p>");
        var place = report.Environment;
        page.Append(FormattableString.Invariant($"<p class=\"dim\">{report.StartedAt:u}, {report.Seconds:0} s; Kubernetes {E(place.Kubernetes)}; {E(string.Join(", ", place.Programs))}; {E(place.Processor)}, {place.Cores} cores, {place.MemoryGiB} GiB; {E(place.System)}; {E(place.Runtime)}</p>"));
        Verdicts(page, report);
        Differences(page, report);
        Plots(page, report.Measurements);
        DrillSection.Write(page, report.Drills);
        page.Append("<h2>Taken out before comparing</h2><table><tr><th>where</th><th>what</th><th>why</th></tr>");
        foreach (var item in report.Normalisations)
        {
            page.Append($"<tr><td>{E(item.Where)}</td><td>{E(item.What)}</td><td>{E(item.Why)}</td></tr>");
        }

        return page.Append("</table></body></html>\n").ToString();
    }

    private static void Verdicts(StringBuilder page, ComparisonReport report)
    {
        page.Append("<h2>Verdicts</h2><table><tr><th>rule</th><th>mode</th><th>apiserver</th><th class=\"n\">requests</th><th class=\"n\">judged</th><th class=\"n\">admitted</th><th class=\"n\">refused</th><th class=\"n\">rejected by the API</th><th class=\"n\">failed</th><th class=\"n\">different</th><th class=\"n\">engine differs</th></tr>");
        foreach (var rule in report.Rules)
        {
            page.Append($"<tr><td>{E(rule.Rule)}</td><td>{E(rule.Mode)}</td><td>{E(rule.Apiserver)}</td><td class=\"n\">{Count(rule.Requests)}</td><td class=\"n\">{Count(rule.Judged)}</td>");
            foreach (var kind in Enum.GetValues<AnswerKind>())
            {
                page.Append($"<td class=\"n\">{Count(rule.Verdicts.TryGetValue(kind, out var count) ? count : 0)}</td>");
            }

            page.Append($"<td class=\"n {(rule.Different == 0 ? "good" : "bad")}\">{Count(rule.Different)}</td><td class=\"n {(rule.EngineDiffers == 0 ? "good" : "bad")}\">{Count(rule.EngineDiffers)}</td></tr>");
        }

        page.Append("</table>");
    }

    private static void Differences(StringBuilder page, ComparisonReport report)
    {
        var all = report.Rules.SelectMany(rule => rule.Differences.Select(item => (rule.Rule, Item: item))).ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.Append("<h2>Differences</h2><p class=\"dim\">The first of each rule; <i>engine</i> is Daytwo's own, where it differs from the policy.</p><table><tr><th>request</th><th>aspect</th><th>policy</th><th>webhook</th></tr>");
        foreach (var (rule, item) in all)
        {
            foreach (var aspect in item.Aspects)
            {
                page.Append($"<tr><td>{E(rule)} ({E(item.Mode)}), {E(item.Request)}</td><td>{aspect.Aspect.ToString().ToLowerInvariant()}</td><td><pre>{E(aspect.Policy)}</pre></td><td><pre>{E(aspect.Webhook)}</pre></td></tr>");
            }

            if (item.Engine is { } engine)
            {
                page.Append($"<tr><td>{E(rule)} ({E(item.Mode)}), {E(item.Request)}</td><td>engine</td><td colspan=\"2\"><pre>{E(engine)}</pre></td></tr>");
            }
        }

        page.Append("</table>");
    }

    private static void Plots(StringBuilder page, IReadOnlyList<Measurement> all)
    {
        if (all.Count == 0)
        {
            return;
        }

        page.Append("<h2>Cost</h2><p class=\"dim\">Dry runs that create a pod; a new one is sent when one is answered. Rules are copies of the first one that is about pods. Each setup is in force alone, in turns.</p><div class=\"plots\">");
        var groups = all.Select(item => (item.Rules, item.Matching)).Distinct().ToList();
        string[] names = [.. groups.Select(group => $"{group.Rules} {(!group.Matching ? "not matching" : group.Rules == 1 ? "rule" : "rules")}")];
        foreach (var concurrency in all.Select(item => item.Concurrency).Distinct())
        {
            foreach (var (what, unit, read) in (IEnumerable<(string, string, Func<Measurement, double>)>)[("p50", "ms", item => item.P50), ("p99", "ms", item => item.P99), ("requests per second", "/s", item => item.PerSecond)])
            {
                page.Append(Svg.Bars($"{what}, {unit}, {concurrency} in flight", names, Setups, (g, s) => Find(g, s, concurrency) is { } found ? read(found) : null, unit));
            }
        }

        page.Append("</div>");

        Measurement? Find(int group, int setup, int concurrency) =>
            all.FirstOrDefault(item => (item.Rules, item.Matching) == groups[group] && item.Setup == (Setup)setup && item.Concurrency == concurrency);
    }

    private static string Count(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);

    private static string E(string text) => Svg.Escape(text);
}
