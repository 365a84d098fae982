using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Faults;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Asks validating webhooks about one write.</summary>
internal sealed class ValidatingStage(WebhookInquiry inquiry, AdmissionCall call)
{
    /// <summary>
    /// Asks all webhooks that are concerned, side by side; each is heard, with its warnings, whatever the others say. Of several refusals kube-apiserver tells the one that came first, which is
    /// a matter of luck; here it is the first in the order of webhooks, those that could not even be asked before the others.
    /// </summary>
    public Fault? Validate(IReadOnlyList<CompiledWebhook> webhooks)
    {
        var request = call.ToRequest();
        var concerned = new List<(CompiledWebhook Webhook, WebhookMatch Match)>();
        foreach (var webhook in webhooks)
        {
            if (inquiry.Match(webhook, request).Refused(out var match, out var fault))
            {
                return fault;
            }

            if (match.Called)
            {
                concerned.Add((webhook, match));
            }
        }

        var outcomes = concerned.Select(c => (c.Webhook, Outcome: inquiry.Ask(c.Webhook, request, c.Match, call.Value))).ToList();
        if (outcomes.Exists(o => o.Outcome.IsPending))
        {
            return WebhookFaults.Waiting;
        }

        var refusals = outcomes.Select(o => (o.Outcome.WasSent, Refusal: inquiry.Judge(o.Webhook, o.Outcome).Refused(out _, out var fault) ? fault : null)).ToList();
        return refusals.Where(r => r.Refusal is not null).OrderBy(r => r.WasSent).FirstOrDefault().Refusal;
    }
}
