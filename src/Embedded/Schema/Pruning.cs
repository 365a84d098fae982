using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// Removes what a schema does not know and names what it removed, in the order of the paths' bytes. apiVersion, kind
/// and metadata of the object itself and of embedded objects stay.
/// </summary>
internal sealed class Pruning
{
    private readonly List<string> unknown = [];

    /// <returns>Paths of the removed fields, such as <c>spec.foo[0].bar</c>.</returns>
    public static IReadOnlyList<string> Prune(JsonObject resource, StructuralSchema schema)
    {
        var pruning = new Pruning();
        pruning.VisitMap(resource, schema, FieldPath.None, isResource: true);
        pruning.unknown.Sort(StringComparer.Ordinal);
        return pruning.unknown;
    }

    private void Visit(JsonNode? node, StructuralSchema? schema, FieldPath at)
    {
        switch (node)
        {
            case JsonObject map:
                VisitMap(map, schema, at, isResource: schema?.EmbeddedResource ?? false);
                break;
            case JsonArray list when schema is { PreserveUnknownFields: true }:
                VisitItems(list, schema.Items, at, Keep);
                break;
            case JsonArray list:
                VisitItems(list, schema?.Items, at, Visit);
                break;
        }
    }

    /// <summary>Below a schema that keeps unknown fields, only what is specified again is pruned.</summary>
    private void Keep(JsonNode? node, StructuralSchema? schema, FieldPath at)
    {
        switch (node)
        {
            case JsonObject map when schema is not null:
                foreach (var (key, value) in map.ToArray())
                {
                    if (!(schema.EmbeddedResource && IsMeta(key)) && Specified(schema, key))
                    {
                        Visit(value, schema.Field(key), at.Child(key));
                    }
                }

                break;
            case JsonArray list when schema is not null:
                VisitItems(list, schema.Items, at, Keep);
                break;
        }
    }

    private void VisitMap(JsonObject map, StructuralSchema? schema, FieldPath at, bool isResource)
    {
        foreach (var (key, value) in map.ToArray())
        {
            if (isResource && IsMeta(key))
            {
                continue;
            }

            if (schema is not null && Specified(schema, key))
            {
                Visit(value, schema.Field(key), at.Child(key));
            }
            else if (schema is not { PreserveUnknownFields: true } && !IsOpaque(schema))
            {
                unknown.Add(at.Child(key).ToString());
                map.Remove(key);
            }
        }
    }

    private static void VisitItems(JsonArray list, StructuralSchema? items, FieldPath at, Action<JsonNode?, StructuralSchema?, FieldPath> visit)
    {
        for (var i = 0; i < list.Count; i++)
        {
            visit(list[i], items, at.Index(i));
        }
    }

    private static bool Specified(StructuralSchema schema, string key) =>
        schema.Properties.ContainsKey(key) || schema.AdditionalAllowed is not null;

    /// <summary>Definitions of built-in kinds that say nothing of their fields, such as raw JSON, keep all of them.</summary>
    private static bool IsOpaque(StructuralSchema? schema) => schema is { DefinitionName.Length: > 0, Properties.Count: 0 };

    private static bool IsMeta(string key) => key is "apiVersion" or "kind" or "metadata";
}
