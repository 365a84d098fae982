using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.Discovery;

/// <summary>Discovery as it first was: versions, groups, and a resource list for each group version.</summary>
internal static class LegacyDiscovery
{
    public static JsonObject CoreVersions(string serverAddress) => new()
    {
        ["kind"] = "APIVersions",
        ["versions"] = new JsonArray("v1"),
        ["serverAddressByClientCIDRs"] = new JsonArray(new JsonObject { ["clientCIDR"] = "0.0.0.0/0", ["serverAddress"] = serverAddress }),
    };

    public static JsonObject Groups(KindRegistry kinds) => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. GroupVersions(kinds).Select(g => Group(g.Key, g))]),
    };

    /// <summary>One group; null when it is not served.</summary>
    public static JsonObject? Group(KindRegistry kinds, string group)
    {
        var found = GroupVersions(kinds).FirstOrDefault(g => g.Key == group);
        if (found is null)
        {
            return null;
        }

        var json = Group(group, found);
        json["kind"] = "APIGroup";
        json["apiVersion"] = "v1";
        return json;
    }

    /// <summary>The resources of a group version; null when it is not served.</summary>
    public static JsonObject? Resources(KindRegistry kinds, string group, string version)
    {
        var served = kinds.All.Where(k => k.Group == group && k.Version == version).ToList();
        return served.Count == 0 ? null : new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = served[0].ApiVersion,
            ["resources"] = new JsonArray([.. served.OrderBy(k => k.Plural, StringComparer.Ordinal).SelectMany(Entries)]),
        };
    }

    /// <summary>The versions of each named group, preferred first.</summary>
    private static IEnumerable<IGrouping<string, string>> GroupVersions(KindRegistry kinds) =>
        kinds.All.Where(k => k.Group.Length > 0).Select(k => (k.Group, k.Version)).Distinct().GroupBy(v => v.Group, v => v.Version, StringComparer.Ordinal);

    private static JsonObject Group(string name, IEnumerable<string> versions)
    {
        var listed = versions.Select(v => new JsonObject { ["groupVersion"] = $"{name}/{v}", ["version"] = v }).ToArray();
        return new JsonObject { ["name"] = name, ["versions"] = new JsonArray([.. listed]), ["preferredVersion"] = listed[0].DeepClone() };
    }

    private static IEnumerable<JsonNode> Entries(KindDefinition kind)
    {
        var entry = Entry(kind.Plural, kind.Singular, kind.Namespaced, kind.Kind, kind.Verbs);
        Add(entry, "shortNames", kind.ShortNames);
        Add(entry, "categories", kind.Categories);
        yield return entry;
        foreach (var sub in kind.Subresources)
        {
            var below = Entry($"{kind.Plural}/{sub.Name}", "", kind.Namespaced, sub.Kind ?? kind.Kind, sub.Verbs);
            if (sub.Kind is not null)
            {
                below["group"] = sub.Group;
                below["version"] = sub.Version;
            }

            yield return below;
        }
    }

    private static JsonObject Entry(string name, string singular, bool namespaced, string kind, IReadOnlyList<string> verbs)
    {
        var entry = new JsonObject { ["name"] = name, ["singularName"] = singular, ["namespaced"] = namespaced, ["kind"] = kind };
        Add(entry, "verbs", verbs);
        return entry;
    }

    private static void Add(JsonObject entry, string key, IReadOnlyList<string> texts)
    {
        if (texts.Count > 0)
        {
            entry[key] = new JsonArray([.. texts.Select(t => (JsonNode)t)]);
        }
    }
}
