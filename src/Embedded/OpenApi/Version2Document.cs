using System.Text.Json.Nodes;
using Daytwo.Embedded.Kinds;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.OpenApi;

/// <summary>
/// The OpenAPI v2 document, for clients that know no other: definitions of all kinds without what v2 cannot say
/// (anyOf, oneOf, not, nullable, allOf around a reference).
/// </summary>
internal static class Version2Document
{
    private static readonly string[] Unknown = ["anyOf", "oneOf", "not", "nullable", "allOf"];

    public static JsonObject Build(IEnumerable<KindDefinition> kinds)
    {
        var definitions = new Definitions();
        foreach (var kind in kinds)
        {
            definitions.Add(kind);
        }

        var json = definitions.ToJson();
        foreach (var (_, definition) in json)
        {
            Translate(definition);
        }

        return new()
        {
            ["swagger"] = "2.0",
            ["info"] = new JsonObject { ["title"] = "Kubernetes", ["version"] = BuiltInDefinitions.Instance.KubernetesVersion },
            ["paths"] = new JsonObject(),
            ["definitions"] = json,
        };
    }

    private static void Translate(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject map:
                TranslateMap(map);
                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Translate(item);
                }

                break;
        }
    }

    private static void TranslateMap(JsonObject map)
    {
        var reference = map["$ref"].TextOrNull() ?? ((map["allOf"] as JsonArray)?[0] as JsonObject)?["$ref"].TextOrNull();
        if (reference is not null)
        {
            map["$ref"] = "#/definitions/" + reference[(reference.LastIndexOf('/') + 1)..];
        }

        foreach (var word in Unknown.Where(w => map[w] is not JsonObject || w == "not"))
        {
            map.Remove(word);
        }

        foreach (var (_, value) in map)
        {
            Translate(value);
        }
    }
}
