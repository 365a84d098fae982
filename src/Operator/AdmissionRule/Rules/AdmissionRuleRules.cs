using Daytwo.Crds.Admission.Status;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>Decides about AdmissionRules.</summary>
internal sealed class AdmissionRuleRules : IRules<Seen, AdmissionRuleStatus, Effect>
{
    public static Decision<AdmissionRuleStatus, Effect> Decide(Seen seen, DateTimeOffset wall)
    {
        if (seen.Rule is not { Metadata.DeletionTimestamp: null } rule)
        {
            return CleaningRules.Decide(seen);
        }

        var draft = new Draft(seen, rule, RuleRenderer.Render(rule, seen.Exceptions, wall), wall);
        ExceptionRules.Apply(draft);
        var policy = PolicyRules.Apply(draft);
        var webhook = WebhookRules.Apply(draft);
        TrafficRules.Apply(draft);
        TrafficConditionRules.Apply(draft, policy);
        ConditionRules.Apply(draft, policy, webhook);
        return draft.Finish();
    }
}
