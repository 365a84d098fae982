using Daytwo.Runtime.Metrics;

namespace Daytwo.Runtime.Tests.Metrics;

public sealed class MetricsRegistryTests
{
    private readonly MetricsRegistry _metrics = new();

    [Fact]
    public void Text_is_what_prometheus_reads()
    {
        _metrics.Counter("b_total", "Counts b.", "x", "y").With("1", "a\"b\\c\nd").Increment();
        _metrics.Gauge("a", "Measures a.").With().Set(1.5);
        Assert.Equal(
            """
            # HELP a Measures a.
            # TYPE a gauge
            a 1.5
            # HELP b_total Counts b.
            # TYPE b_total counter
            b_total{x="1",y="a\"b\\c\nd"} 1

            """,
            _metrics.ToText());
    }

    [Fact]
    public void Histogram_buckets_are_cumulative_and_include_their_bound()
    {
        var histogram = _metrics.Histogram("h_seconds", "Times.", [0.1, 1]).With();
        foreach (var value in (double[])[0.05, 0.1, 0.5, 7])
        {
            histogram.Observe(value);
        }

        Assert.Contains(
            """
            h_seconds_bucket{le="0.1"} 2
            h_seconds_bucket{le="1"} 3
            h_seconds_bucket{le="+Inf"} 4
            h_seconds_sum 7.65
            h_seconds_count 4
            """,
            _metrics.ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Family_without_series_is_not_written()
    {
        _metrics.Counter("none_total", "None.", "x");
        Assert.Equal("", _metrics.ToText());
    }

    [Fact]
    public void Series_removed_is_written_no_more()
    {
        var family = _metrics.Gauge("g", "G.", "x");
        family.With("gone").Set(1);
        family.Remove("gone");
        Assert.Equal("", _metrics.ToText());
    }

    [Fact]
    public void Name_used_for_something_else_is_refused()
    {
        _metrics.Counter("n_total", "N.", "x");
        Assert.Throws<InvalidOperationException>(() => _metrics.Gauge("n_total", "N.", "x"));
        Assert.Throws<InvalidOperationException>(() => _metrics.Counter("n_total", "N.", "y"));
    }

    [Fact]
    public void Wrong_number_of_label_values_is_refused() =>
        Assert.Throws<ArgumentException>(() => _metrics.Counter("n_total", "N.", "x").With());

    [Fact]
    public void Concurrent_increments_are_all_counted()
    {
        var counter = _metrics.Counter("n_total", "N.").With();
        Parallel.For(0, 10_000, _ => counter.Increment());
        Assert.Equal(10_000, counter.Value);
    }

    [Fact]
    public void Process_metrics_tell_of_this_process()
    {
        ProcessMetrics.Register(_metrics);
        var text = _metrics.ToText();
        Assert.Contains("process_cpu_seconds_total ", text, StringComparison.Ordinal);
        Assert.Contains("process_resident_memory_bytes ", text, StringComparison.Ordinal);
        Assert.Contains("process_start_time_seconds ", text, StringComparison.Ordinal);
    }
}
