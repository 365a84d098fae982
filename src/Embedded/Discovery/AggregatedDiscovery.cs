using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Discovery;

/// <summary>Discovery of everything at once (<c>apidiscovery.k8s.io/v2</c>).</summary>
internal static class AggregatedDiscovery
{
    public const string ContentType = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

    /// <summary>The core group, or all named ones.</summary>
    public static JsonObject Groups(KindRegistry kinds, bool core)
    {
        var groups = kinds.All.Where(k => k.Group.Length == 0 == core).GroupBy(k => k.Group, StringComparer.Ordinal).Select(Group);
        return new JsonObject
        {
            ["kind"] = "APIGroupDiscoveryList",
            ["apiVersion"] = "apidiscovery.k8s.io/v2",
            ["metadata"] = new JsonObject(),
            ["items"] = new JsonArray([.. groups]),
        };
    }

    private static JsonObject Group(IGrouping<string, KindDefinition> group) => new()
    {
        ["metadata"] = group.Key.Length == 0 ? [] : new JsonObject { ["name"] = group.Key },
        ["versions"] = new JsonArray([.. group.GroupBy(k => k.Version, StringComparer.Ordinal).Select(Version)]),
    };

    private static JsonObject Version(IGrouping<string, KindDefinition> version) => new()
    {
        ["version"] = version.Key,
        ["resources"] = new JsonArray([.. version.OrderBy(k => k.Plural, StringComparer.Ordinal).Select(Resource)]),
        ["freshness"] = "Current",
    };

    private static JsonObject Resource(KindDefinition kind)
    {
        var resource = new JsonObject
        {
            ["resource"] = kind.Plural,
            ["responseKind"] = Kind(kind.Custom is null ? "" : kind.Group, kind.Custom is null ? "" : kind.Version, kind.Kind),
            ["scope"] = kind.Namespaced ? "Namespaced" : "Cluster",
            ["singularResource"] = kind.Singular,
            ["verbs"] = Texts(kind.Verbs),
        };
        Add(resource, "shortNames", kind.ShortNames);
        Add(resource, "categories", kind.Categories);
        if (kind.Subresources.Count > 0)
        {
            resource["subresources"] = new JsonArray([.. kind.Subresources.Select(s => Subresource(kind, s))]);
        }

        return resource;
    }

    private static JsonObject Subresource(KindDefinition kind, SubresourceDefinition sub) => new()
    {
        ["subresource"] = sub.Name,
        ["responseKind"] = sub.Kind is not null ? Kind(sub.Group!, sub.Version!, sub.Kind)
            : Kind(kind.Custom is null ? "" : kind.Group, kind.Custom is null ? "" : kind.Version, kind.Kind),
        ["verbs"] = Texts(sub.Verbs),
    };

    private static JsonObject Kind(string group, string version, string kind) => new() { ["group"] = group, ["version"] = version, ["kind"] = kind };

    private static void Add(JsonObject resource, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            resource[key] = Texts(texts);
        }
    }

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
