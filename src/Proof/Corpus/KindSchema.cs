using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>The fields of a kind in an OpenAPI v3 document of an apiserver.</summary>
internal static class KindSchema
{
    private const int Deepest = 14;
    private const string GroupVersionKind = "x-kubernetes-group-version-kind";
    private const string ReferencePrefix = "#/components/schemas/";

    /// <summary>Every field below the kind whose name is wanted; none when the document does not know the kind.</summary>
    public static IReadOnlyList<SchemaField> Fields(JsonNode document, string kind, IReadOnlySet<string> words)
    {
        if (document.At("components", "schemas") is not JsonObject schemas)
        {
            return [];
        }

        var root = schemas.FirstOrDefault(schema => schema.Value.At(GroupVersionKind) is JsonArray kinds && kinds.Count == 1 && kinds[0].Text("kind") == kind).Value;
        var found = new List<SchemaField>();
        Walk(schemas, root, [], [], words, found);
        return found;
    }

    private static void Walk(JsonObject schemas, JsonNode? schema, string[] path, string[] references, IReadOnlySet<string> words, List<SchemaField> found)
    {
        var (resolved, name) = Resolve(schemas, schema);
        if (resolved is null || path.Length > Deepest || (name is not null && references.Contains(name)) || path is ["status", ..] or ["metadata", ..])
        {
            return;
        }

        references = name is null ? references : [.. references, name];
        if (path.Length > 0 && words.Contains(path[^1]) && resolved.Text("type") is { } type)
        {
            found.Add(new SchemaField(path, type, [.. (resolved["enum"] as JsonArray ?? []).Select(value => (string?)value ?? "").Where(value => value.Length > 0)]));
        }

        foreach (var (member, value) in resolved["properties"] as JsonObject ?? [])
        {
            Walk(schemas, value, [.. path, member], references, words, found);
        }

        if (resolved["items"] is { } items)
        {
            Walk(schemas, items, [.. path, SchemaField.Each], references, words, found);
        }
    }

    private static (JsonObject? Schema, string? Name) Resolve(JsonObject schemas, JsonNode? schema)
    {
        var reference = schema.Text("$ref") ?? (schema.At("allOf") is JsonArray { Count: 1 } all ? all[0].Text("$ref") : null);
        var name = reference?.StartsWith(ReferencePrefix, StringComparison.Ordinal) == true ? reference[ReferencePrefix.Length..] : null;
        return name is null ? (schema as JsonObject, null) : (schemas[name] as JsonObject, name);
    }
}
