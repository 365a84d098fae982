using Daytwo.Crds.Admission;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>The outlet Webhook: served by the replicas of <c>daytwo webhooks</c>, ready when every live one has loaded exactly what the rule is rendered to now.</summary>
internal static class WebhookRules
{
    /// <summary>When to look again for replicas that died without a word; their changes are watched.</summary>
    private static readonly TimeSpan Renewal = TimeSpan.FromMinutes(5);

    public static OutletVerdict? Apply(Draft draft)
    {
        if (draft.Rule.Spec.Outlet == RuleOutlet.Policy)
        {
            return null;
        }

        if (!draft.Rendered.IsRenderable)
        {
            var first = draft.Rendered.Findings[0];
            return new OutletVerdict(false, Stalled: true, Reasons.CannotBeRendered, $"{first.Field}: {first.Message}");
        }

        draft.WakeAt(draft.Wall + Renewal);
        var agreement = WebhookAgreement.Of(draft.Seen.Name, RuleDigest.Of(draft.Rendered), draft.Seen.Replicas, draft.Wall);
        return agreement switch
        {
            { IsReached: true } => new OutletVerdict(true, Stalled: false, Reasons.InForce, $"{agreement.LoadedBy.Count} webhook replicas enforce the rule"),
            { Refused: { } refused } => new OutletVerdict(false, Stalled: true, Reasons.RefusedByWebhook, refused),
            { PendingOn: [var first, ..] } => new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, first),
            _ => new OutletVerdict(false, Stalled: true, Reasons.OutletMissing, "no webhook replica runs: apply config/webhooks, or set spec.outlet to Policy, which has the same verdicts"),
        };
    }
}
