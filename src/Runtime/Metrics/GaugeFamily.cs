using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>Gauges of one name.</summary>
public sealed class GaugeFamily : MetricFamily<Gauge>
{
    internal GaugeFamily(string name, string help, IReadOnlyList<string> labels) : base(name, help, "gauge", labels)
    {
    }

    private protected override Gauge Create() => new();

    private protected override void WriteOne(StringBuilder text, string labels, Gauge series) => WriteSample(text, Name, labels, series.Value);
}
