using Daytwo.Runtime.Metrics;

namespace Daytwo.Webhooks.Serving;

/// <summary>The series of one rule.</summary>
internal sealed class RuleSeries(string rule, Histogram duration, CounterFamily verdicts, CounterFamily comparisons)
{
    public const string Passed = "passed";
    public const string Denied = "denied";
    public const string Warned = "warned";
    public const string Audited = "audited";

    /// <summary>It would have been refused, and was not: the rule is in shadow mode.</summary>
    public const string Shadowed = "shadowed";

    public const string Changed = "changed";

    /// <summary>The outlets differ: it would still change what the apiserver's own policies have changed already.</summary>
    public const string Differs = "differs";

    /// <summary>An expression failed; what came of it depends on the rule's failure policy.</summary>
    public const string Error = "error";

    public const string Agreed = "agreed";
    public const string Different = "different";

    public static readonly string[] Verdicts = [Passed, Denied, Warned, Audited, Shadowed, Changed, Differs, Error];

    private readonly Dictionary<string, Counter> _counters = Verdicts.ToDictionary(verdict => verdict, verdict => verdicts.With(rule, RuleMetrics.Outlet, verdict));

    public void Compared(bool same) => comparisons.With(rule, same ? Agreed : Different).Increment();

    public void Count(string verdict, TimeSpan took)
    {
        duration.Observe(took.TotalSeconds);
        _counters[verdict].Increment();
    }
}
