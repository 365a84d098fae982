using System.Globalization;
using System.Text;
using Daytwo.Proof.Drills;

namespace Daytwo.Proof.Reporting;

/// <summary>The part of the page that tells of drills; pure.</summary>
internal static class DrillSection
{
    public static void Write(StringBuilder page, IReadOnlyList<DrillResult> drills)
    {
        if (drills.Count == 0)
        {
            return;
        }

        page.Append("<h2>When things break</h2><p class=\"dim\">Good and bad creations in turn, as dry runs, whether or not earlier ones were answered. Each outlet is in force alone. ")
            .Append("Columns show what became of requests sent within a short time; the line below, the median time of their answers.</p><p class=\"legend\">")
            .Append("<span class=\"key right\"></span>as the rule says <span class=\"key gap\"></span>gap: got through though the rule forbids it <span class=\"key outage\"></span>outage: did not get through though the rule allows it ")
            .Append("<span class=\"key unjudged\"></span>unjudged: rightly did not get through, but for another reason than the rule</p>");
        foreach (var drill in drills)
        {
            page.Append($"<section><h3>{E(drill.Title)}</h3><p class=\"dim\">{E(drill.How)}</p>");
            page.Append(TimelinePlot.Draw(drill));
            Table(page, drill);
            Told(page, drill);
            page.Append("</section>");
        }
    }

    private static void Table(StringBuilder page, DrillResult drill)
    {
        page.Append("<table><tr><th>outlet</th><th class=\"n\">requests</th><th class=\"n\">gap</th><th class=\"n\">outage</th><th class=\"n\">unjudged</th><th class=\"n\">right again</th>")
            .Append("<th class=\"n\">after mending</th><th class=\"n\">ms before</th><th class=\"n\">meanwhile</th><th class=\"n\">longest</th></tr>");
        foreach (var outlet in drill.Outlets)
        {
            page.Append($"<tr><td>{outlet.Outlet.Words()}</td><td class=\"n\">{outlet.Requests}</td>{Bad(outlet.Gap)}{Bad(outlet.Outage)}{Bad(outlet.Unjudged)}")
                .Append($"<td class=\"n\">{outlet.RightAgain.Words("not while it lasted")}</td><td class=\"n{(outlet.Recovered ? "" : " bad")}\">{outlet.RightAgainAfterHealing.Words("never")}</td>")
                .Append($"<td class=\"n\">{Svg.Number(outlet.Before.P50)}</td><td class=\"n\">{Svg.Number(outlet.During.P50)}</td><td class=\"n\">{Svg.Number(outlet.During.Longest)}</td></tr>");
        }

        page.Append("</table>");
    }

    private static void Told(StringBuilder page, DrillResult drill)
    {
        foreach (var outlet in drill.Outlets.Where(outlet => outlet.Errors.Count > 0))
        {
            page.Append($"<p>What users were told, {outlet.Outlet.Words()}:</p><ul class=\"told\">");
            foreach (var error in outlet.Errors)
            {
                page.Append($"<li><code>{E(error.Text)}</code> <span class=\"dim\">{error.Count.ToString(CultureInfo.InvariantCulture)} times</span></li>");
            }

            page.Append("</ul>");
        }
    }

    private static string Bad(int count) => $"<td class=\"n{(count == 0 ? "" : " bad")}\">{count.ToString(CultureInfo.InvariantCulture)}</td>";

    private static string E(string text) => Svg.Escape(text);
}
