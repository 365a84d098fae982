using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>
/// Asks single webhooks about one write. What they answered before is remembered by the request; what is not known yet is pending, and the attempt ends (<see cref="AttemptMemory"/>).
/// </summary>
internal sealed class WebhookInquiry(ClusterState state, ClusterReader cluster, AdmissionCall call)
{
    /// <summary>Whether a webhook is to be asked.</summary>
    public Answer<WebhookMatch> Match(CompiledWebhook webhook, AdmissionRequest request)
    {
        var match = webhook.Match(request, cluster);
        return match.Error is not { } error ? match : match.IsForbidden ? Refusals.Forbidden(call.Request.Kind, call.Name, error) : WebhookFaults.Internal(error);
    }

    /// <summary>What a webhook answered, in this attempt or an earlier one.</summary>
    /// <param name="pass">Of mutating webhooks; null for validating ones.</param>
    public WebhookOutcome Ask(CompiledWebhook compiled, AdmissionRequest request, WebhookMatch match, JsonObject? value, int? pass = null)
    {
        var webhook = compiled.Webhook;
        if (request.DryRun && !webhook.SupportsDryRun)
        {
            return new(null, Refusals.BadRequest($"admission webhook \"{webhook.Name}\" does not support dry run"));
        }

        var key = $"{pass}/{compiled.Key}/{request.Operation}/{request.Namespace}/{request.Name}/{call.Old?.ResourceVersion()}";
        if (call.Request.Memory.TryGet(key, out var answer))
        {
            return new(answer, WasSent: true);
        }

        var (url, address, problem) = WebhookAddress.Of(webhook.ClientConfig, webhook.TimeoutSeconds, state);
        if (problem is not null)
        {
            return new(WebhookAnswer.Fail(problem));
        }

        var uid = state.Identities.Uid();
        var body = ReviewBody.Write(request, uid, match, value, call.Old, state.Kinds);
        call.Request.Memory.Ask(key, new(url!, address, webhook.ClientConfig.CaBundle, TimeSpan.FromSeconds(webhook.TimeoutSeconds), body, uid, Mutating: pass is not null));
        return default;
    }

    /// <summary>What an outcome means for the write. Warnings and audit annotations are passed on.</summary>
    /// <returns>Null when the webhook could not be asked and that is to be ignored.</returns>
    public Answer<WebhookResponse?> Judge(CompiledWebhook compiled, WebhookOutcome outcome)
    {
        var webhook = compiled.Webhook;
        if (outcome.Refusal is { } refusal)
        {
            return refusal;
        }

        if (outcome.Answer!.Problem is { } problem)
        {
            return webhook.FailurePolicy == FailurePolicy.Ignore ? default(WebhookResponse) : WebhookFaults.Internal($"failed calling webhook \"{webhook.Name}\": {problem}");
        }

        var response = outcome.Answer.Response!;
        call.Request.Warnings.AddRange(response.Warnings.Where(w => !call.Request.Warnings.Contains(w)));
        foreach (var (key, value) in response.AuditAnnotations)
        {
            call.Request.Annotations.TryAdd($"{webhook.Name}/{key}", value);
        }

        return response.Allowed ? response : WebhookFaults.Denied(webhook.Name, response.Status);
    }
}
