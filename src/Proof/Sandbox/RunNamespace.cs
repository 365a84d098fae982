using System.Text.Json.Nodes;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Results;

namespace Daytwo.Proof.Sandbox;

/// <summary>The namespace of a run: where objects go that name none.</summary>
internal static class RunNamespace
{
    private static readonly ResourceType ServiceAccounts = new("", "v1", "serviceaccounts", "ServiceAccount", Namespaced: true);

    /// <summary>Makes it, with labels that the rules' namespace selectors ask for, and the ServiceAccount that pods need where no controller makes it.</summary>
    public static async Task Create(MadeObjects made, KubernetesClient client, string name, IEnumerable<AdmissionRule> rules, CancellationToken ct)
    {
        var labels = new JsonObject();
        foreach (var (key, value) in rules.SelectMany(rule => Wanted(rule.Spec.Match.NamespaceSelector)))
        {
            labels[key] = value;
        }

        await made.Create(Namespace.Resource.Type, null, new JsonObject { ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = labels } }, ct);
        var account = new JsonObject { ["metadata"] = new JsonObject { ["name"] = "default" } };
        var answer = await client.Create(DynamicObject.Resource(ServiceAccounts), name, account, KubernetesJson.Default.JsonObject, ct);
        if (answer.Error is { Kind: not ApiErrorKind.AlreadyExists } error)
        {
            throw new ProofException($"the API refuses a ServiceAccount in the namespace {name}: {error.Message}");
        }
    }

    private static IEnumerable<(string Key, string Value)> Wanted(LabelSelector? selector) =>
    [
        .. (selector?.MatchLabels ?? new Dictionary<string, string>()).Where(label => label.Key != "kubernetes.io/metadata.name").Select(label => (label.Key, label.Value)),
        .. (selector?.MatchExpressions ?? []).Where(requirement => requirement.Operator is "In" or "Exists").Select(requirement => (requirement.Key, requirement.Values is [var first, ..] ? first : "")),
    ];
}
