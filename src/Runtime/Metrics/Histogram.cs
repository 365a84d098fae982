namespace Daytwo.Runtime.Metrics;

/// <summary>How often values fell into buckets. Safe from any thread.</summary>
public sealed class Histogram
{
    private readonly double[] _bounds;
    private readonly long[] _counts;
    private readonly AtomicDouble _sum = new();

    internal Histogram(double[] bounds)
    {
        _bounds = bounds;
        _counts = new long[bounds.Length + 1];
    }

    public double Sum => _sum.Value;

    public void Observe(double value)
    {
        var index = Array.BinarySearch(_bounds, value);
        Interlocked.Increment(ref _counts[index < 0 ? ~index : index]);
        _sum.Add(value);
    }

    /// <summary>How many values fell at or below each bound; the last entry counts all.</summary>
    public IReadOnlyList<long> Cumulative()
    {
        var result = new long[_counts.Length];
        var total = 0L;
        for (var i = 0; i < _counts.Length; i++)
        {
            total += Interlocked.Read(ref _counts[i]);
            result[i] = total;
        }

        return result;
    }
}
