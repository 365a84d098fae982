using System.Collections.Concurrent;
using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>A family whose series are <typeparamref name="TSeries"/>, one for each combination of label values.</summary>
public abstract class MetricFamily<TSeries> : MetricFamily where TSeries : class
{
    private readonly ConcurrentDictionary<string, TSeries> _series = new(StringComparer.Ordinal);

    private protected MetricFamily(string name, string help, string type, IReadOnlyList<string> labels) : base(name, help, type, labels)
    {
    }

    /// <summary>The series with these label values, in the order of the family's labels; keep it where it is used often.</summary>
    public TSeries With(params ReadOnlySpan<string> values)
    {
        var labels = Format(values);
        return _series.TryGetValue(labels, out var known) ? known : _series.GetOrAdd(labels, Create());
    }

    /// <summary>Forgets the series with these label values, when what it measured is gone.</summary>
    public void Remove(params ReadOnlySpan<string> values) => _series.TryRemove(Format(values), out _);

    private protected abstract TSeries Create();

    private protected abstract void WriteOne(StringBuilder text, string labels, TSeries series);

    private protected override void WriteSeries(StringBuilder text)
    {
        foreach (var (labels, series) in _series.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            WriteOne(text, labels, series);
        }
    }
}
