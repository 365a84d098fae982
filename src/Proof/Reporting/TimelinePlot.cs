using System.Text;
using Daytwo.Proof.Drills;

namespace Daytwo.Proof.Reporting;

/// <summary>Draws a drill as SVG: a lane for each outlet, what became of requests above, how long answers took below; pure.</summary>
internal static class TimelinePlot
{
    private const int Width = 960;
    private const int Left = 130;
    private const int Right = 70;
    private const int Top = 22;
    private const int Columns = 34;
    private const int Line = 22;
    private const int Lane = Columns + Line + 16;
    private const int Axis = 24;
    private const int SecondsBefore = 2;

    public static string Draw(DrillResult drill)
    {
        var end = Math.Max(1, Math.Ceiling(drill.Outlets.Max(outlet => outlet.EndedAt)));
        var slowest = Math.Max(1, drill.Outlets.SelectMany(outlet => outlet.Slices).Max(slice => slice.Milliseconds));
        var height = Top + (drill.Outlets.Count * Lane) + Axis;
        var svg = new StringBuilder(Invariant($"<svg class=\"timeline\" viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Svg.Escape(drill.Title)}: requests over time\">"));
        Grid(svg, end, height);
        foreach (var (at, what) in (IEnumerable<(double, string)>)[(0, "broken"), (drill.Outlets[0].HealedAt, "mending")])
        {
            svg.Append(Invariant($"<text x=\"{X(at, end):0.#}\" y=\"{Top - 7}\" text-anchor=\"middle\">{what}</text>"));
        }

        foreach (var (number, outlet) in drill.Outlets.Index())
        {
            Draw(svg, outlet, Top + (number * Lane), end, slowest);
        }

        return svg.Append("</svg>").ToString();
    }

    private static void Grid(StringBuilder svg, double end, int height)
    {
        var step = end > 40 ? 10 : end > 16 ? 5 : 2;
        for (var second = 0; second <= end; second += step)
        {
            svg.Append(Invariant($"<line class=\"grid\" x1=\"{X(second, end):0.#}\" x2=\"{X(second, end):0.#}\" y1=\"{Top - 4}\" y2=\"{height - Axis}\"/><text x=\"{X(second, end):0.#}\" y=\"{height - 8}\" text-anchor=\"middle\">{second} s</text>"));
        }

    }

    private static void Draw(StringBuilder svg, OutletResult outlet, int top, double end, double slowest)
    {
        svg.Append(Invariant($"<text x=\"{Left - 10}\" y=\"{top + (Columns / 2) + 4}\" text-anchor=\"end\">{outlet.Outlet.Words()}</text>"));
        var line = new StringBuilder();
        foreach (var slice in outlet.Slices.Where(slice => slice.At >= -SecondsBefore))
        {
            Column(svg, slice, outlet.SliceSeconds, top, end);
            line.Append(Invariant($"{X(slice.At + (outlet.SliceSeconds / 2), end):0.#},{top + Columns + 4 + (Line * (1 - (slice.Milliseconds / slowest))):0.#} "));
        }

        svg.Append(Invariant($"<polyline class=\"time\" points=\"{line}\"/><text class=\"value\" x=\"{Width - Right + 6}\" y=\"{top + Columns + Line}\">≤ {Svg.Number(outlet.Slices.Max(slice => slice.Milliseconds))} ms</text>"));
        foreach (var (at, what) in (IEnumerable<(double, string)>)[(0, "broken"), (outlet.HealedAt, "mending begins")])
        {
            svg.Append(Invariant($"<line class=\"event\" x1=\"{X(at, end):0.#}\" x2=\"{X(at, end):0.#}\" y1=\"{top - 3}\" y2=\"{top + Columns + Line + 4}\"><title>{what} at {at:0.0} s</title></line>"));
        }

    }

    private static void Column(StringBuilder svg, DrillSlice slice, double seconds, int top, double end)
    {
        var all = slice.Right + slice.Gap + slice.Outage + slice.Unjudged;
        var (x, width, y) = (X(slice.At, end), X(slice.At + seconds, end) - X(slice.At, end), (double)top);
        svg.Append(Invariant($"<g><title>{slice.At:0.00} s: {slice.Right} right, {slice.Gap} gap, {slice.Outage} outage, {slice.Unjudged} unjudged; {Svg.Number(slice.Milliseconds)} ms</title>"));
        foreach (var (count, kind) in (IEnumerable<(int, string)>)[(slice.Gap, "gap"), (slice.Outage, "outage"), (slice.Unjudged, "unjudged"), (slice.Right, "right")])
        {
            var part = Columns * count / (double)all;
            if (count > 0)
            {
                svg.Append(Invariant($"<rect class=\"{kind}\" x=\"{x:0.#}\" y=\"{y:0.#}\" width=\"{Math.Max(width - 0.6, 0.6):0.#}\" height=\"{part:0.#}\"/>"));
                y += part;
            }
        }

        svg.Append("</g>");
    }

    private static double X(double seconds, double end) => Left + ((Width - Left - Right) * (Math.Max(seconds, -SecondsBefore) + SecondsBefore) / (end + SecondsBefore));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
