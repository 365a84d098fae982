using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>Counters of one name.</summary>
public sealed class CounterFamily : MetricFamily<Counter>
{
    internal CounterFamily(string name, string help, IReadOnlyList<string> labels) : base(name, help, "counter", labels)
    {
    }

    private protected override Counter Create() => new();

    private protected override void WriteOne(StringBuilder text, string labels, Counter series) => WriteSample(text, Name, labels, series.Value);
}
