using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;
using Daytwo.Runtime.Controllers;

namespace Daytwo.Operator.AdmissionRule.Effects;

/// <summary>Writes and deletes policies and bindings.</summary>
internal sealed class PolicyWriter(KubernetesClient client)
{
    public async ValueTask<ApiError?> Create(ReconcileContext context, Effect.Create create, CancellationToken ct)
    {
        var resource = DynamicObject.Resource(create.Wanted.Type);
        return context.Wrote(resource, await client.Create(resource, null, create.Wanted.Json, KubernetesJson.Default.JsonObject, ct)).Error;
    }

    /// <summary>Puts the spec that was rendered; labels, annotations and owners that others set stay. UID and version go along, so only what was decided on is changed.</summary>
    public async ValueTask<ApiError?> Update(ReconcileContext context, Effect.Update update, CancellationToken ct)
    {
        var resource = DynamicObject.Resource(update.Wanted.Type);
        var body = update.Made.Live.Json.DeepClone().AsObject();
        body["spec"] = update.Wanted.Json["spec"]!.DeepClone();
        Merge(body["metadata"]!.AsObject(), update.Wanted.Json["metadata"]!.AsObject());
        return context.Wrote(resource, await client.Replace(resource, null, update.Wanted.Name, body, KubernetesJson.Default.JsonObject, ct)).Error;
    }

    public async ValueTask<ApiError?> Delete(ReconcileContext context, Effect.Delete delete, CancellationToken ct)
    {
        var meta = delete.Made.Metadata;
        var precondition = new Precondition(meta.Uid, meta.ResourceVersion);
        var result = await client.Delete(delete.Made.Type, null, meta.Name, precondition, ct);
        return result.Error is { Kind: ApiErrorKind.NotFound } ? null : context.Deleted(delete.Made.Type, meta, result).Error;
    }

    /// <summary>The rule becomes the only AdmissionRule among the owners: a rule created anew takes over from the one before it, without a gap.</summary>
    private static void Merge(JsonObject live, JsonObject wanted)
    {
        var labels = live["labels"] as JsonObject ?? [];
        foreach (var (key, value) in wanted["labels"]!.AsObject())
        {
            labels[key] = value!.DeepClone();
        }

        live["labels"] = labels.Parent is null ? labels : labels.DeepClone();
        var others = (live["ownerReferences"] as JsonArray ?? []).Where(owner => (string?)owner?["kind"] != Kinds.AdmissionRules.Type.Kind);
        live["ownerReferences"] = new JsonArray([.. others.Concat(wanted["ownerReferences"] as JsonArray ?? []).Select(owner => owner?.DeepClone())]);
    }
}
