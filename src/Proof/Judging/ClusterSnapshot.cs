using System.Text.Json.Nodes;
using Daytwo.Admission.Requests;
using Daytwo.Crds;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

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
        var cluster = new GivenCluster([], []);
        await cluster.ReadNamespaces(client, ct);
        await cluster.ReadParameters(client, rules, ct);
        return new ClusterSnapshot(cluster, await Self(client, ct));
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
