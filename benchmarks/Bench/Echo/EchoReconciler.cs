using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Requests;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Informers;

namespace Daytwo.Bench.Echo;

/// <summary>Copies <c>spec.value</c> to <c>status.value</c>.</summary>
internal sealed class EchoReconciler(KubernetesClient client, Informer<EchoObject> echoes) : IReconciler
{
    public async ValueTask<ReconcileResult> Reconcile(ReconcileContext context, CancellationToken ct)
    {
        if (!echoes.Store.TryGet(context.Key, out var echo) || IsEchoed(echo))
        {
            return ReconcileResult.Done;
        }

        var status = new JsonObject { ["value"] = echo.Spec?.Value, ["observedGeneration"] = echo.Metadata.Generation };
        JsonPatchOperation[] patch = [JsonPatchOperation.Test("/metadata/uid", echo.Metadata.Uid), JsonPatchOperation.Add("/status", status)];
        var written = context.Wrote(
            EchoObject.Resource,
            await client.JsonPatch(EchoObject.Resource, context.Key.NamespaceOrNull, context.Key.Name, patch, "status", ct));
        return written.Error is { } error ? ReconcileResult.Retry(error.ToString()) : ReconcileResult.Done;
    }

    private static bool IsEchoed(EchoObject echo) =>
        echo.Status is { } status && status.Value == echo.Spec?.Value && status.ObservedGeneration == echo.Metadata.Generation;
}
