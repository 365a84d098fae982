using System.Text.Json.Nodes;
using Daytwo.Crds.Admission;

namespace Daytwo.Rules.Rendering;

/// <summary>
/// What no rule ever matches, so that no rule can lock anyone out: what the cluster needs to live and recover, and what is needed
/// to take a rule back.
/// </summary>
internal static class AlwaysExcluded
{
    /// <summary>The label that every namespace carries with its own name.</summary>
    public const string NamespaceNameLabel = "kubernetes.io/metadata.name";

    /// <summary>Groups of which nothing is matched.</summary>
    public static IReadOnlyList<string> Groups { get; } =
        ["admissionregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io", "certificates.k8s.io", "daytwo.dev"];

    public static IReadOnlyList<string> Namespaces { get; } = ["kube-system", "daytwo-system"];

    private static readonly (string Group, string[] Resources)[] Single =
    [
        ("", ["namespaces/finalize", "nodes", "nodes/*", "serviceaccounts/token"]),
        ("coordination.k8s.io", ["leases"]),
    ];

    /// <summary>Group and resource: nothing of control is among these, and the apiserver itself writes none.</summary>
    public static IReadOnlyList<string> Workloads { get; } =
    [
        "/persistentvolumeclaims", "/pods", "/replicationcontrollers", "apps/daemonsets", "apps/deployments", "apps/replicasets", "apps/statefulsets",
        "batch/cronjobs", "batch/jobs", "networking.k8s.io/ingresses", "networking.k8s.io/networkpolicies",
    ];

    /// <summary>Whether a resource named outright is one of them.</summary>
    public static bool Contains(string group, string resource) =>
        Groups.Contains(group) || Single.Any(single => single.Group == group && single.Resources.Any(excluded => Covers(excluded, resource)));

    /// <summary>As excludeResourceRules.</summary>
    public static IEnumerable<JsonObject> ResourceRules() =>
        [Rule(Groups, ["*/*"]), .. Single.Select(single => Rule([single.Group], single.Resources))];

    /// <summary>What excludeResourceRules cannot say: an apiserver's own writes, mirror pods.</summary>
    /// <param name="about">The resources of the policy.</param>
    public static IReadOnlyList<JsonObject> PolicyConditions(IReadOnlyList<RuleResources> about) =>
        AreWorkloads(about) ? [.. NoMirrorPods(about)] : [NotTheApiServer(), .. NoMirrorPods(about)];

    /// <summary>
    /// What a webhook's entry leaves out by itself, so that no request depends on an answer of ours that must not. Apiservers evaluate it for every
    /// request, which costs a write more than our answer does: nothing is left out that an entry cannot be called for (docs/decisions/0126).
    /// </summary>
    /// <param name="about">The resources of all rules of the entry.</param>
    /// <param name="closed">Whether requests are refused when no replica answers.</param>
    public static IReadOnlyList<JsonObject> EntryConditions(IReadOnlyList<RuleResources> about, bool closed) =>
        [.. AreWorkloads(about) ? [] : OfControl(), .. closed ? NoMirrorPods(about) : []];

    /// <summary>
    /// What an apiserver writes for itself: its roles, flow schemas, priority classes. It makes what is missing at its start, after an upgrade for example, and ends
    /// when that is refused, before it could serve anyone who would take the rule back.
    /// </summary>
    private static JsonObject NotTheApiServer() => Condition("not-the-apiserver-itself", "request.userInfo.?username.orValue('') != 'system:apiserver'");

    /// <summary>Pods that mirror a kubelet's own files: they run whatever the API says, which only shows them. Nothing for rules that are not about pods.</summary>
    private static IEnumerable<JsonObject> NoMirrorPods(IEnumerable<RuleResources> about) => about.Any(MayBePods)
        ? [Condition("not-a-mirror-pod", "!(request.resource.group == '' && request.resource.resource == 'pods' && 'system:nodes' in request.userInfo.?groups.orValue([])"
            + " && [object, oldObject].exists(o, o != null && 'kubernetes.io/config.mirror' in o.?metadata.?annotations.orValue({})))")]
        : [];

    /// <summary>The same as excludeResourceRules, which webhooks have not.</summary>
    private static IEnumerable<JsonObject> OfControl() =>
    [
        NotTheApiServer(),
        Condition("not-a-group-of-control", $"!(request.resource.group in [{string.Join(", ", Groups.Select(group => $"'{group}'"))}])"),
        .. Single.Select(single => Condition(
            single.Group.Length == 0 ? "not-a-core-resource-of-control" : $"not-a-resource-of-control.{single.Group}",
            $"!(request.resource.group == '{single.Group}' && ({string.Join(" || ", single.Resources.Select(ResourceIs))}))")),
    ];

    private static bool AreWorkloads(IEnumerable<RuleResources> about) => about.All(resources =>
        resources.ApiGroups.All(group => resources.Resources.All(resource => Workloads.Contains($"{group}/{resource.Split('/')[0]}"))));

    private static bool MayBePods(RuleResources resources) =>
        resources.ApiGroups.Any(group => group is "" or "*") && resources.Resources.Any(resource => resource.Split('/')[0] is "pods" or "*");

    private static JsonObject Condition(string name, string expression) => new() { ["name"] = name, ["expression"] = expression };

    private static string ResourceIs(string resource) => resource.Split('/') switch
    {
        [var name, "*"] => $"(request.resource.resource == '{name}' && request.?subResource.orValue('') != '')",
        [var name, var subresource] => $"(request.resource.resource == '{name}' && request.?subResource.orValue('') == '{subresource}')",
        _ => $"(request.resource.resource == '{resource}' && request.?subResource.orValue('') == '')",
    };

    private static bool Covers(string excluded, string resource) =>
        excluded == resource || (excluded.EndsWith("/*", StringComparison.Ordinal) && resource.StartsWith(excluded[..^1], StringComparison.Ordinal));

    private static JsonObject Rule(IEnumerable<string> groups, IEnumerable<string> resources) => new()
    {
        ["apiGroups"] = Json.Texts(groups),
        ["apiVersions"] = Json.Texts(["*"]),
        ["operations"] = Json.Texts(["*"]),
        ["resources"] = Json.Texts(resources),
        ["scope"] = "*",
    };
}
