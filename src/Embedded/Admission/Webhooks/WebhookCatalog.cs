using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Admission.Webhooks;
using Daytwo.Embedded.Api;
using Daytwo.Embedded.Store;

namespace Daytwo.Embedded.Admission.Webhooks;

/// <summary>The webhooks in force, in the order of their configurations' names.</summary>
internal sealed class WebhookCatalog(ClusterState state)
{
    private const string MutatingCollection = "mutatingwebhookconfigurations.admissionregistration.k8s.io";
    private const string ValidatingCollection = "validatingwebhookconfigurations.admissionregistration.k8s.io";
    private IReadOnlyList<CompiledWebhook>? mutating;
    private IReadOnlyList<CompiledWebhook>? validating;

    public IReadOnlyList<CompiledWebhook> Mutating => mutating ??= Read(MutatingCollection);

    public IReadOnlyList<CompiledWebhook> Validating => validating ??= Read(ValidatingCollection);

    /// <summary>Forgets what a change makes outdated.</summary>
    public void Follow(Change change)
    {
        if (change.Collection is MutatingCollection)
        {
            mutating = null;
        }
        else if (change.Collection is ValidatingCollection)
        {
            validating = null;
        }
    }

    private List<CompiledWebhook> Read(string collection) =>
        [.. state.Store.List(collection).OrderBy(o => o.Name, StringComparer.Ordinal)
            .SelectMany(o => ((JsonNode)o.Value).Deserialize(WebhookJson.Default.WebhookConfiguration)!.Webhooks.Select(w => new CompiledWebhook(o.Name, w)))];
}
