using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Says of what <see cref="TrafficRules"/> cannot sum up where it is found instead.</summary>
internal static class TrafficConditionRules
{
    /// <param name="policy">What is the case with the outlet Policy; null when the rule does not use it.</param>
    public static void Apply(Draft draft, OutletVerdict? policy)
    {
        Counted(draft);
        if (draft.Rule.Spec.Outlet == RuleOutlet.Both)
        {
            var (compared, reason, message) = Compared(draft.Rule.Spec, policy is { Ready: true });
            draft.Set(ConditionTypes.Compared, compared, reason, message);
        }
        else
        {
            draft.Toggle(ConditionTypes.Compared, false, "", "");
        }
    }

    private static void Counted(Draft draft)
    {
        if (draft.Rule.Spec.Outlet == RuleOutlet.Policy)
        {
            draft.Set(
                ConditionTypes.Counted, false, Reasons.CountedByApiservers,
                $"Each apiserver counts for itself what breaks a policy, and none counts what keeps it: metric apiserver_validating_admission_policy_check_total{{policy=\"{PolicyName.Of(draft.Seen.Name)}\"}}. Outlets Webhook and Both count every request, in status.counters");
        }
        else
        {
            draft.Set(ConditionTypes.Counted, true, Reasons.CountedByReplicas, "status.counters sums up what the webhook replicas said, every thirty seconds at most");
        }
    }

    private static (bool, string, string) Compared(AdmissionRuleSpec spec, bool inForce) => spec switch
    {
        { Mode: not RuleMode.Enforce, Validations: not { Count: > 0 } } =>
            (false, Reasons.NothingToCompare, $"Mutations run in mode Enforce alone: in mode {spec.Mode} neither outlet changes anything"),
        _ when !inForce =>
            (false, Reasons.NotYetInForce, "The webhook is compared with a policy that every apiserver was seen to enforce as it is now: see PolicyReady"),
        { Mode: RuleMode.Enforce } =>
            (true, Reasons.InStatus, "status.comparison tells of every live request that reaches the webhook. What the policy refuses never does: 'daytwo rules compare' tries that"),
        _ =>
            (false, Reasons.InAuditLogs, $"In mode {spec.Mode} requests pass, and what the policy said of them is in the apiservers' audit logs alone, beside what the webhook said: 'daytwo rules compare-log' compares them"),
    };
}
