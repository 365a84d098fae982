using System.Text.Json.Nodes;

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

    /// <summary>Whether a resource named outright is one of them.</summary>
    public static bool Contains(string group, string resource) =>
        Groups.Contains(group) || Single.Any(single => single.Group == group && single.Resources.Any(excluded => Covers(excluded, resource)));

    /// <summary>As excludeResourceRules.</summary>
    public static IEnumerable<JsonObject> ResourceRules() =>
        [Rule(Groups, ["*/*"]), .. Single.Select(single => Rule([single.Group], single.Resources))];

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
