using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Writing;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Asks mutating webhooks about one write.</summary>
internal sealed class MutatingStage(WebhookInquiry inquiry, AdmissionCall call)
{
    private readonly HashSet<string> ran = new(StringComparer.Ordinal);
    private readonly HashSet<string> again = new(StringComparer.Ordinal);
    private JsonObject? lastOutput;

    /// <summary>Whether a webhook changed the object.</summary>
    public bool Changed { get; private set; }

    /// <summary>Asks webhooks one after the other; each sees what those before it made.</summary>
    /// <param name="value">The object; null on deletion.</param>
    /// <param name="pass">1, or 2 for those that want to see later changes.</param>
    public Answer<JsonObject?> Mutate(IReadOnlyList<CompiledWebhook> webhooks, JsonObject? value, int pass)
    {
        if (pass == 2 && !JsonNode.DeepEquals(lastOutput, value))
        {
            again.UnionWith(ran);
        }

        foreach (var webhook in webhooks)
        {
            if (Ask(webhook, value, pass).Refused(out var response, out var fault))
            {
                return fault;
            }

            if (response is { Patch.Length: > 0 })
            {
                if (Patched(webhook, value, response.Patch).Refused(out var patched, out fault))
                {
                    return fault;
                }

                if (!JsonNode.DeepEquals(patched, value))
                {
                    again.UnionWith(ran);
                    Changed = true;
                }

                value = patched;
            }

            if (response is not null && webhook.Webhook.ReinvocationPolicy == ReinvocationPolicy.IfNeeded)
            {
                ran.Add(webhook.Key);
            }
        }

        lastOutput = (JsonObject?)value?.DeepClone();
        return value;
    }

    /// <returns>Null when the webhook is not concerned, or could not be asked and that is to be ignored.</returns>
    private Answer<WebhookResponse?> Ask(CompiledWebhook webhook, JsonObject? value, int pass)
    {
        var request = (call with { Value = value }).ToRequest();
        if (inquiry.Match(webhook, request).Refused(out var match, out var fault))
        {
            return fault;
        }

        if (!match.Called || (pass == 2 && !again.Contains(webhook.Key)))
        {
            return default(WebhookResponse);
        }

        var outcome = inquiry.Ask(webhook, request, match, value, pass);
        return outcome.IsPending ? WebhookFaults.Waiting : inquiry.Judge(webhook, outcome);
    }

    private Answer<JsonObject> Patched(CompiledWebhook compiled, JsonObject? value, byte[] patch)
    {
        var name = compiled.Webhook.Name;
        if (value is null)
        {
            return WebhookFaults.Internal($"admission webhook \"{name}\" attempted to modify the object, which is not supported for this operation");
        }

        JsonNode? operations;
        try
        {
            operations = JsonNode.Parse(patch);
        }
        catch (JsonException e)
        {
            return WebhookFaults.Internal($"failed calling webhook \"{name}\": received undecodable patch in webhook response: {e.Message}");
        }

        var result = JsonPatch.Apply(value, operations);
        if (result.Failure is { } failure)
        {
            return WebhookFaults.Internal(failure.Detail);
        }

        var kind = call.Request.Kind;
        var patched = (JsonObject)result.Value!;
        if (BuiltInSchemas.Mismatch(kind, patched) is { } mismatch)
        {
            return WebhookFaults.Internal(mismatch.Decoded);
        }

        BuiltInSchemas.Prune(kind, patched);
        FieldCheck.Default(kind, patched);
        return patched;
    }
}
