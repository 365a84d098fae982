using System.Globalization;
using Daytwo.Crds;
using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Operator.AdmissionRule.Observation;
using Daytwo.Rules.Webhooks;
using ConditionStatus = Daytwo.Runtime.Conditions.ConditionStatus;

namespace Daytwo.Operator.AdmissionRule.Rules;

/// <summary>
/// The outlet Webhook: served by the replicas of <c>daytwo webhooks</c>, ready when every live one has loaded exactly what the rule is
/// rendered to now, and every apiserver was seen to call them as the rule asks.
/// </summary>
internal static class WebhookRules
{
    public static OutletVerdict? Apply(Draft draft)
    {
        if (draft.Rule.Spec.Outlet == RuleOutlet.Policy)
        {
            draft.Status = draft.Status with { WebhookCalls = null };
            return null;
        }

        if (!draft.Rendered.IsRenderable)
        {
            var first = draft.Rendered.Findings[0];
            return new OutletVerdict(false, Stalled: true, Reasons.CannotBeRendered, $"{first.Field}: {first.Message} ({Meanwhile(draft)})");
        }

        var agreement = WebhookAgreement.Of(draft.Seen.Name, RuleDigest.Of(draft.Rendered), draft.Seen.Replicas, draft.Wall);
        draft.Status = draft.Status with { WebhookCalls = new WebhookCallStatus { LoadedBy = agreement.LoadedBy, PendingOn = agreement.PendingOn is [] ? null : agreement.PendingOn } };
        return agreement switch
        {
            { IsReached: true } => Prove(draft, agreement.LoadedBy.Count),
            { Refused: { } refused } => new OutletVerdict(false, Stalled: true, Reasons.RefusedByWebhook, refused),
            { PendingOn: [var first, ..] } => new OutletVerdict(false, Stalled: false, Reasons.NotYetInForce, first),
            _ => Nobody(draft),
        };
    }

    /// <summary>A rule that was ready stays so while replicas come and go and apiservers are asked about them.</summary>
    private static OutletVerdict Prove(Draft draft, int replicas)
    {
        var (rule, proof) = (WebhookStates.Of(draft.Rule), draft.Seen.WebhookProof);
        var standing = ProofRules.Judge(draft, [rule, .. WebhookStates.Of(draft.Seen.Replicas, draft.Wall)], proof, new Effect.ProveWebhooks());
        draft.Status = draft.Status with { WebhookCalls = draft.Status.WebhookCalls! with { ActiveOn = standing.ActiveOn, PendingOn = standing.PendingOn } };
        var stays = standing.Patient && proof.Proven.Contains(rule) && draft.Find(ConditionTypes.WebhookReady) is { Status: ConditionStatus.True };
        if (standing.Proven || stays)
        {
            return new OutletVerdict(
                true, Stalled: false, Reasons.InForce,
                string.Create(CultureInfo.InvariantCulture, $"{replicas} webhook replica(s) enforce the rule, and {proof.Servers.Count} apiserver(s) were seen to call them"));
        }

        return new OutletVerdict(
            false, Stalled: false, Reasons.NotYetInForce,
            standing.Pending is [var first, ..] ? $"Not yet seen in force on {first.Server}: {first.Pending}" : "Loaded; the apiservers are being asked whether they call the webhooks");
    }

    /// <summary>What becomes of requests while the rule cannot be rendered: replicas that served it before go on with what they have, be it that they have not read the rule yet.</summary>
    private static string Meanwhile(Draft draft)
    {
        var live = draft.Seen.Replicas.Where(report => report.IsLive(draft.Wall)).ToList();
        var asBefore = live.Count(report => report.Rules.TryGetValue(draft.Seen.Name, out var said) && ReplicaReport.Judges(said));
        return live.Count == 0 ? "no webhook replica is alive"
            : asBefore == live.Count ? "the webhook replicas judge by the rule as it was before, until they start anew"
            : asBefore == 0 ? "no webhook replica has served the rule before: requests pass, whatever webhook.failurePolicy says of replicas that do not answer"
            : string.Create(CultureInfo.InvariantCulture, $"{asBefore} of {live.Count} webhook replicas judge by the rule as it was before; the others started since and let requests pass");
    }

    private static OutletVerdict Nobody(Draft draft)
    {
        if (draft.Seen.Replicas.MaxBy(replica => replica.RenewedAt) is not { } last)
        {
            return new OutletVerdict(
                false, Stalled: true, Reasons.OutletMissing, "no webhook replica runs: apply config/webhooks, or set spec.outlet to Policy, which has the same verdicts");
        }

        var meanwhile = EntryPlan.PolicyOf(draft.Rule.Spec) == WebhookFailurePolicy.Fail ? "refused" : "not judged";
        return new OutletVerdict(
            false, Stalled: true, Reasons.ReplicasSilent,
            string.Create(CultureInfo.InvariantCulture, $"no webhook replica is alive; {last.Replica} was the last, renewed {last.RenewedAt:yyyy-MM-dd'T'HH:mm:ss'Z'}. Requests that the rule is about are {meanwhile} meanwhile: see why 'daytwo webhooks' ended (pods and logs of the Deployment daytwo-webhooks), or set spec.outlet to Policy"));
    }
}
