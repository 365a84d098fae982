using System.Text;

namespace Daytwo.Runtime.Metrics;

/// <summary>Every metric of the process. Asking for a known name again gives the same family; with other labels or type it is a bug and throws.</summary>
public sealed class MetricsRegistry
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    public CounterFamily Counter(string name, string help, params string[] labels) =>
        Get(name, labels, () => new CounterFamily(name, help, labels));

    public GaugeFamily Gauge(string name, string help, params string[] labels) =>
        Get(name, labels, () => new GaugeFamily(name, help, labels));

    /// <param name="bounds">Upper bounds, rising; a last one without bound is added.</param>
    public HistogramFamily Histogram(string name, string help, IReadOnlyList<double> bounds, params string[] labels) =>
        Get(name, labels, () => new HistogramFamily(name, help, [.. bounds], labels));

    /// <summary>Everything in the Prometheus text format, version 0.0.4.</summary>
    public string ToText()
    {
        MetricFamily[] families;
        lock (_gate)
        {
            families = [.. _families.Values];
        }

        var text = new StringBuilder();
        foreach (var family in families)
        {
            family.Write(text);
        }

        return text.ToString();
    }

    private TFamily Get<TFamily>(string name, string[] labels, Func<TFamily> create) where TFamily : MetricFamily
    {
        lock (_gate)
        {
            if (!_families.TryGetValue(name, out var known))
            {
                known = create();
                _families.Add(name, known);
            }

            return known is TFamily family && family.Labels.SequenceEqual(labels)
                ? family
                : throw new InvalidOperationException($"The metric {name} exists already, as {known.GetType().Name} with the labels ({string.Join(", ", known.Labels)}).");
        }
    }
}
