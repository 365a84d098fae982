using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Policies;
using Daytwo.Admission.Requests;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Faults;
using Daytwo.Embedded.Objects;
using Daytwo.Embedded.Writing;
using Daytwo.Kubernetes.Patches;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>Asks webhooks about one write. What they answered before is remembered by the request; what is not known yet ends the attempt (<see cref="AttemptMemory"/>).</summary>
internal sealed class WebhookStage(ClusterState state, ClusterReader cluster, AdmissionCall call)
{
    /// <summary>The refusal that stands for an attempt that waits for a webhook. Nobody sees it.</summary>
    public static readonly Fault Waiting = new(500, "InternalError", "a webhook is being asked");

    private readonly HashSet<string> ran = new(StringComparer.Ordinal);
    private readonly HashSet<string> again = new(StringComparer.Ordinal);
    private JsonObject? lastOutput;

    /// <summary>Whether a mutating webhook changed the object.</summary>
    public bool Changed { get; private set; }

    /// <summary>Asks mutating webhooks one after the other; each sees what those before it made.</summary>
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
            var request = (call with { Value = value }).ToRequest();
            if (Ask(webhook, request, value, mutating: true, pass, skip: pass == 2 && !again.Contains(Key(webhook))).Refused(out var response, out var fault))
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
                ran.Add(Key(webhook));
            }
        }

        lastOutput = (JsonObject?)value?.DeepClone();
        return value;
    }

    /// <summary>Asks validating webhooks.</summary>
    public Fault? Validate(IReadOnlyList<CompiledWebhook> webhooks)
    {
        var request = call.ToRequest();
        foreach (var webhook in webhooks)
        {
            if (Ask(webhook, request, call.Value, mutating: false, pass: 1, skip: false).Refused(out _, out var fault))
            {
                return fault;
            }
        }

        return null;
    }

    /// <returns>Null when the webhook is not concerned, or could not be asked and that is to be ignored.</returns>
    private Answer<WebhookResponse?> Ask(CompiledWebhook compiled, AdmissionRequest request, JsonObject? value, bool mutating, int pass, bool skip)
    {
        var webhook = compiled.Webhook;
        var match = compiled.Match(request, cluster);
        if (match.Error is { } error)
        {
            return match.IsForbidden ? Refusals.Forbidden(call.Request.Kind, call.Name, error) : WebhookFaults.Internal(error);
        }

        if (!match.Called || skip)
        {
            return default(WebhookResponse);
        }

        if (request.DryRun && !webhook.SupportsDryRun)
        {
            return Refusals.BadRequest($"admission webhook \"{webhook.Name}\" does not support dry run");
        }

        if (Answered(compiled, request, match, value, mutating, pass) is not { } answer)
        {
            return Waiting;
        }

        if (answer.Problem is { } problem)
        {
            return webhook.FailurePolicy == FailurePolicy.Ignore ? default(WebhookResponse) : WebhookFaults.Internal($"failed calling webhook \"{webhook.Name}\": {problem}");
        }

        call.Request.Warnings.AddRange(answer.Response!.Warnings.Where(w => !call.Request.Warnings.Contains(w)));
        return answer.Response.Allowed ? answer.Response : WebhookFaults.Denied(webhook.Name, answer.Response.Status);
    }

    /// <summary>What the webhook answered, in this attempt or an earlier one; null when it is to be asked first.</summary>
    private WebhookAnswer? Answered(CompiledWebhook compiled, AdmissionRequest request, WebhookMatch match, JsonObject? value, bool mutating, int pass)
    {
        var key = $"{mutating}/{pass}/{Key(compiled)}/{request.Operation}/{request.Namespace}/{request.Name}/{call.Old?.ResourceVersion()}";
        if (call.Request.Memory.TryGet(key, out var answer))
        {
            return answer;
        }

        var webhook = compiled.Webhook;
        var (url, address, problem) = WebhookAddress.Of(webhook.ClientConfig, webhook.TimeoutSeconds, state);
        if (problem is not null)
        {
            return WebhookAnswer.Fail(problem);
        }

        var uid = state.Identities.Uid();
        var body = ReviewBody.Write(request, uid, match, value, call.Old, state.Kinds);
        call.Request.Memory.Ask(key, new(url!, address, webhook.ClientConfig.CaBundle, TimeSpan.FromSeconds(webhook.TimeoutSeconds), body, uid, mutating));
        return null;
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

    private static string Key(CompiledWebhook webhook) => $"{webhook.Configuration}/{webhook.Webhook.Name}";
}
