using Daytwo.Runtime.Metrics;

namespace Daytwo.Webhooks.Serving;

/// <summary>What is measured of rules in the outlet Webhook; the outlet Policy is measured by apiservers themselves.</summary>
internal sealed class RuleMetrics
{
    public const string Outlet = "webhook";

    private readonly HistogramFamily _duration;
    private readonly CounterFamily _verdicts;
    private readonly CounterFamily _comparisons;

    public RuleMetrics(MetricsRegistry metrics)
    {
        _duration = metrics.Histogram("daytwo_rule_evaluation_duration_seconds", "Time to evaluate a rule on a request that may concern it.", Buckets.Admission, "rule", "outlet");
        _verdicts = metrics.Counter("daytwo_rule_verdicts_total", "Verdicts of a rule on requests that concern it.", "rule", "outlet", "verdict");
        _comparisons = metrics.Counter("daytwo_rule_comparisons_total", "Live requests on which the webhook was compared with the policy in force.", "rule", "result");
    }

    public RuleSeries Of(string rule) => new(rule, _duration.With(rule, Outlet), _verdicts, _comparisons);

    /// <summary>Forgets a rule that is gone.</summary>
    public void Remove(string rule)
    {
        _duration.Remove(rule, Outlet);
        foreach (var verdict in RuleSeries.Verdicts)
        {
            _verdicts.Remove(rule, Outlet, verdict);
        }

        _comparisons.Remove(rule, RuleSeries.Agreed);
        _comparisons.Remove(rule, RuleSeries.Different);
    }
}
