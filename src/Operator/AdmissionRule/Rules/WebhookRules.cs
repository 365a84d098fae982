using Daytwo.Crds.Admission;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>The outlet Webhook: which this operator cannot serve, and says so.</summary>
internal static class WebhookRules
{
    public static OutletVerdict? Apply(Draft draft) => draft.Rule.Spec.Outlet == RuleOutlet.Policy
        ? null
        : new OutletVerdict(false, Stalled: true, Reasons.OutletMissing, "this version serves no webhooks: set spec.outlet to Policy, which has the same verdicts");
}
