using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;

namespace Daytwo.Embedded.OpenApi;

/// <summary>The OpenAPI v3 document of the kinds of one group version: their paths, their definitions and all that these reach.</summary>
internal static class GroupVersionDocument
{
    /// <summary>A new document; it shares no node with anything.</summary>
    public static JsonObject Build(IReadOnlyList<KindDefinition> kinds)
    {
        var definitions = new Definitions();
        var paths = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            definitions.Add(kind);
            foreach (var (path, item) in KindPaths.Of(kind))
            {
                paths[path] = item;
            }
        }

        return new()
        {
            ["openapi"] = "3.0.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = BuiltInDefinitions.Instance.KubernetesVersion },
            ["paths"] = new JsonObject(paths.Select(p => KeyValuePair.Create(p.Key, (JsonNode?)p.Value))),
            ["components"] = new JsonObject { ["schemas"] = definitions.ToJson() },
        };
    }
}
