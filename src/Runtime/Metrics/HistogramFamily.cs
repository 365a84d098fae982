using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>Histograms of one name and the same buckets.</summary>
public sealed class HistogramFamily : MetricFamily<Histogram>
{
    private readonly double[] _bounds;

    internal HistogramFamily(string name, string help, double[] bounds, IReadOnlyList<string> labels) : base(name, help, "histogram", labels) =>
        _bounds = bounds;

    private protected override Histogram Create() => new(_bounds);

    private protected override void WriteOne(StringBuilder text, string labels, Histogram series)
    {
        var counts = series.Cumulative();
        var prefix = labels.Length == 0 ? "" : labels + ",";
        for (var i = 0; i < counts.Count; i++)
        {
            var bound = i < _bounds.Length ? _bounds[i] : double.PositiveInfinity;
            WriteSample(text, Name + "_bucket", $"{prefix}le=\"{Number(bound)}\"", counts[i]);
        }

        WriteSample(text, Name + "_sum", labels, series.Sum);
        WriteSample(text, Name + "_count", labels, counts[^1]);
    }
}
