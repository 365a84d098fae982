using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;

namespace Daytwo.Proof.Judging;

/// <summary>What is needed of a cluster to judge its requests in this program, read once.</summary>
/// <param name="Cluster">Its namespaces, and the ConfigMaps that are parameters.</param>
/// <param name="User">Who this program is to the API.</param>
internal sealed record ClusterSnapshot(GivenCluster Cluster, RequestUser User)
{
    private static readonly ResourceType SelfSubjectReviews = new("authentication.k8s.io", "v1", "selfsubjectreviews", "SelfSubjectReview", Namespaced: false);

    /// <param name="rules">The rules whose parameters are wanted.</param>
    public static async Task<ClusterSnapshot> Read(KubernetesClient client, IEnumerable<AdmissionRule> rules, CancellationToken ct)
    {
        var namespaces = await List(client, Namespace.Resource.Type, null, ct);
        var maps = new List<JsonObject>();
        foreach (var ns in Wanted(rules))
        {
            maps.AddRange(await List(client, ConfigMap.Resource.Type, ns, ct));
        }

        return new ClusterSnapshot(new GivenCluster(namespaces, maps), await Self(client, ct));
    }

    /// <summary>The namespaces of parameters; one that is null stands for all.</summary>
    private static List<string?> Wanted(IEnumerable<AdmissionRule> rules)
    {
        var named = rules.Select(rule => rule.Spec.Params?.ConfigMap).OfType<Crds.Admission.ConfigMapParams>().Select(map => map.Namespace).Distinct().ToList();
        return named.Contains(null) ? [null] : named;
    }

    private static async Task<IReadOnlyList<JsonObject>> List(KubernetesClient client, ResourceType type, string? ns, CancellationToken ct)
    {
        var page = (await client.List(DynamicObject.Resource(type), new ListRequest { Namespace = ns }, ct)).Required();
        return [.. page.Items.Select(item =>
        {
            (item.Json["apiVersion"], item.Json["kind"]) = (type.ApiVersion, type.Kind);
            return item.Json;
        })];
    }

    private static async Task<RequestUser> Self(KubernetesClient client, CancellationToken ct)
    {
        var review = (await client.Create(DynamicObject.Resource(SelfSubjectReviews), null, new JsonObject { ["metadata"] = new JsonObject() }, KubernetesJson.Default.JsonObject, ct)).Required();
        var user = review.Json.At("status", "userInfo");
        return new RequestUser(user.Text("username") ?? "")
        {
            Uid = user.Text("uid") ?? "",
            Groups = Texts(user.At("groups")),
            Extra = (user.At("extra") as JsonObject ?? []).ToDictionary(entry => entry.Key, entry => Texts(entry.Value), StringComparer.Ordinal),
        };
    }

    private static IReadOnlyList<string> Texts(JsonNode? list) => [.. (list as JsonArray ?? []).Select(item => (string)item!)];
}
