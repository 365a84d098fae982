using System.Globalization;
using System.Net;
using System.Text;

namespace Daytwo.Proof.Reporting;

/// <summary>Draws grouped bars as SVG, coloured by classes of the page's style; pure.</summary>
internal static class Svg
{
    private const int Width = 720;
    private const int Height = 260;
    private const int Left = 64;
    private const int Bottom = 44;
    private const int Top = 20;
    private const int Ticks = 4;

    /// <param name="groups">Along the axis; each has a bar for each series.</param>
    /// <param name="value">The height of a bar; null for none.</param>
    /// <param name="unit">Of the values.</param>
    public static string Bars(string title, IReadOnlyList<string> groups, IReadOnlyList<string> series, Func<int, int, double?> value, string unit)
    {
        var top = Math.Max(Nice(groups.SelectMany((_, g) => series.Select((_, s) => value(g, s) ?? 0)).DefaultIfEmpty(1).Max()), 1e-9);
        var (plotWidth, plotHeight) = (Width - Left - 10, Height - Bottom - Top);
        var svg = new StringBuilder();
        svg.Append(Invariant($"<figure><figcaption>{Escape(title)}</figcaption><svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{Escape(title)}\">"));
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var y = Top + (plotHeight * (Ticks - tick) / (double)Ticks);
            svg.Append(Invariant($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - 10}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/><text x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Number(top * tick / Ticks)}</text>"));
        }

        var groupWidth = plotWidth / (double)Math.Max(groups.Count, 1);
        var barWidth = Math.Min(groupWidth * 0.8 / Math.Max(series.Count, 1), 46);
        for (var g = 0; g < groups.Count; g++)
        {
            var middle = Left + (groupWidth * (g + 0.5));
            svg.Append(Invariant($"<text x=\"{middle:0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{Escape(groups[g])}</text>"));
            for (var s = 0; s < series.Count; s++)
            {
                if (value(g, s) is { } v)
                {
                    var height = plotHeight * v / top;
                    var x = middle + ((s - (series.Count / 2.0)) * barWidth);
                    svg.Append(Invariant($"<rect class=\"s{s}\" x=\"{x:0.#}\" y=\"{Top + plotHeight - height:0.#}\" width=\"{barWidth - 2:0.#}\" height=\"{height:0.#}\"><title>{Escape(groups[g])}, {Escape(series[s])}: {Number(v)} {unit}</title></rect>"));
                    svg.Append(Invariant($"<text class=\"value\" x=\"{x + (barWidth / 2) - 1:0.#}\" y=\"{Top + plotHeight - height - 3:0.#}\" text-anchor=\"middle\">{Number(v)}</text>"));
                }
            }
        }

        for (var s = 0; s < series.Count; s++)
        {
            svg.Append(Invariant($"<rect class=\"s{s}\" x=\"{Left + (s * 110)}\" y=\"{Height - 16}\" width=\"10\" height=\"10\"/><text x=\"{Left + 14 + (s * 110)}\" y=\"{Height - 7}\">{Escape(series[s])}</text>"));
        }

        return svg.Append("</svg></figure>").ToString();
    }

    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    public static string Number(double value) => value.ToString(value >= 100 ? "#,0" : value >= 10 ? "0.#" : "0.##", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>The next of 1, 2, 2.5, 5 times a power of ten.</summary>
    private static double Nice(double largest)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(largest, 1e-9))));
        return ((double[])[1, 2, 2.5, 5, 10]).First(step => step * power >= largest * 0.999) * power;
    }
}
