using Daytwo.Crds.Admission.Status;

namespace Daytwo.Webhooks.Serving;

/// <summary>What this replica counts of one generation of a rule. Safe from any thread.</summary>
internal sealed class RuleTally(long generation, DateTimeOffset since)
{
    private readonly long[] _verdicts = new long[RuleSeries.Verdicts.Length];
    private long _agreed;
    private long _differences;
    private volatile OutletDifference? _last;

    public long Generation { get; } = generation;

    /// <param name="verdict">One of <see cref="RuleSeries.Verdicts"/>.</param>
    public void Count(string verdict) => Interlocked.Increment(ref _verdicts[Array.IndexOf(RuleSeries.Verdicts, verdict)]);

    public void Agree() => Interlocked.Increment(ref _agreed);

    public void Differ(OutletDifference difference)
    {
        Interlocked.Increment(ref _differences);
        _last = difference;
    }

    /// <summary>What was counted so far; null when nothing was.</summary>
    public RuleTraffic? Read()
    {
        var (agreed, differences) = (Interlocked.Read(ref _agreed), Interlocked.Read(ref _differences));
        if (agreed + differences == 0 && Array.TrueForAll(_verdicts, count => count == 0))
        {
            return null;
        }

        return new RuleTraffic
        {
            Generation = Generation,
            Since = since,
            Counters = new RuleCounters
            {
                Allowed = Of(RuleSeries.Passed),
                Denied = Of(RuleSeries.Denied),
                Warned = Of(RuleSeries.Warned),
                Audited = Of(RuleSeries.Audited),
                ShadowDenied = Of(RuleSeries.Shadowed),
                Changed = Of(RuleSeries.Changed),
                Errors = Of(RuleSeries.Error),
            },
            Comparison = agreed + differences == 0 ? null : new OutletComparison { Requests = agreed + differences, Differences = NotZero(differences), LastDifference = _last },
        };
    }

    private long? Of(string verdict) => NotZero(Interlocked.Read(ref _verdicts[Array.IndexOf(RuleSeries.Verdicts, verdict)]));

    private static long? NotZero(long count) => count == 0 ? null : count;
}
