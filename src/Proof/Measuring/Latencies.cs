using Daytwo.Proof.Replaying;

namespace Daytwo.Proof.Measuring;

/// <summary>Times of requests of one kind, gathered over several rounds.</summary>
internal sealed class Latencies(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly List<double> _milliseconds = [];
    private TimeSpan _busy;
    private int _unexpected;
    private int? _code;

    public void Add(long start, Answer answer)
    {
        var took = time.GetElapsedTime(start).TotalMilliseconds;
        lock (_gate)
        {
            _milliseconds.Add(took);
            _code ??= answer.Code;
            _unexpected += answer.Code == _code ? 0 : 1;
        }
    }

    public void EndRound(TimeSpan took) => _busy += took;

    public Measurement Result(Setup setup, int rules, bool matching, int concurrency)
    {
        var sorted = _milliseconds.Order().ToArray();
        return new Measurement(setup, rules, matching, concurrency, sorted.Length, _unexpected, Quantile(sorted, 0.5), Quantile(sorted, 0.9), Quantile(sorted, 0.99), sorted.Length / _busy.TotalSeconds);
    }

    /// <summary>The smallest value that at least this share of all does not exceed.</summary>
    internal static double Quantile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)], 2);
}
