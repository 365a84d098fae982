using System.Globalization;
using Daytwo.Cli.Output;
using Daytwo.Proof.Drills;

namespace Daytwo.Cli.Rules;

/// <summary>Prints drills for people.</summary>
internal static class DrillTable
{
    private const int LongestError = 300;

    public static void Write(TextWriter text, IReadOnlyList<DrillResult> drills)
    {
        if (drills.Count == 0)
        {
            return;
        }

        var table = new TextTable("DRILL", "OUTLET", "REQUESTS", "GAP", "OUTAGE", "UNJUDGED", "RIGHT AGAIN", "AFTER MENDING", "ADDED MS");
        foreach (var (drill, outlet) in drills.SelectMany(drill => drill.Outlets, (drill, outlet) => (drill, outlet)))
        {
            table.Add(
                drill.Name, outlet.Outlet.Words(), Human.Count(outlet.Requests), Human.Count(outlet.Gap), Human.Count(outlet.Outage), Human.Count(outlet.Unjudged),
                outlet.RightAgain.Words("not while it lasted"), outlet.RightAgainAfterHealing.Words("never"), Added(outlet));
        }

        table.Write(text);
        text.WriteLine();
        text.WriteLine("GAP: got through though the rule forbids it. OUTAGE: did not get through though the rule allows it. UNJUDGED: rightly did not, but for another reason than the rule.");
        foreach (var (drill, outlet, error) in drills.SelectMany(drill => drill.Outlets.SelectMany(outlet => outlet.Errors.Take(1), (outlet, error) => (drill, outlet, error))))
        {
            text.WriteLine($"{drill.Name}, {outlet.Outlet.Words()}: {Short(error.Text)}");
        }

        text.WriteLine();
    }

    private static string Added(OutletResult outlet) => (outlet.During.P50 - outlet.Before.P50).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Short(string text) => text.Length <= LongestError ? text : text[..LongestError] + " …";
}
