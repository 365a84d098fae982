using Daytwo.Crds;
using Daytwo.Runtime.Metrics;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>The metrics of AdmissionRules.</summary>
internal sealed class RuleMetrics(MetricsRegistry registry)
{
    private readonly GaugeFamily ready = registry.Gauge("daytwo_admissionrule_ready", "Whether the rule was seen in force on every apiserver: 1, or 0.", "name");
    private readonly GaugeFamily exceptions = registry.Gauge("daytwo_admissionrule_exceptions_active", "RuleExceptions in force for the rule.", "name");
    private readonly GaugeFamily nextExpiry = registry.Gauge("daytwo_admissionrule_next_expiry_timestamp_seconds", "When the next exception of the rule ends.", "name");

    public void Show(AdmissionRuleObject rule)
    {
        var name = rule.Metadata.Name;
        ready.With(name).Set(rule.Status.Conditions?.Any(condition => condition is { Type: ConditionTypes.Ready, Status: "True" }) == true ? 1 : 0);
        exceptions.With(name).Set(rule.Status.Exceptions?.Active ?? 0);
        if (rule.Status.Exceptions?.NextExpiry is { } next)
        {
            nextExpiry.With(name).Set(next.ToUnixTimeSeconds());
        }
        else
        {
            nextExpiry.Remove(name);
        }
    }

    public void Forget(string name)
    {
        foreach (var family in (GaugeFamily[])[ready, exceptions, nextExpiry])
        {
            family.Remove(name);
        }
    }
}
