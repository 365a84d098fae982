using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>The fields of a kind in an OpenAPI v3 document of an apiserver.</summary>
internal static class KindSchema
{
    /// <summary>The type of a field that takes a whole number or a text.</summary>
    public const string IntOrString = "int-or-string";

    /// <summary>The type of amounts such as <c>100m</c>, which a number may say too.</summary>
    public const string Quantity = "quantity";

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
        var walk = new Walker(schemas, words);
        walk.Walk(root, [], []);
        return walk.Found;
    }

    /// <summary>What a field takes; null where the schema does not say.</summary>
    public static string? TypeOf(JsonObject schema) => schema.Text("type") ?? (schema.Text("format") == IntOrString ? IntOrString : schema["oneOf"] is JsonArray ? Quantity : null);

    private sealed class Walker(JsonObject schemas, IReadOnlySet<string> words)
    {
        private readonly SchemaSample _smallest = new(node => Resolve(schemas, node), FrozenSet<string>.Empty);
        private readonly SchemaSample _fuller = new(node => Resolve(schemas, node), words);

        public List<SchemaField> Found { get; } = [];

        public void Walk(JsonNode? schema, string[] path, string[] references)
        {
            var (resolved, name) = Resolve(schemas, schema);
            if (resolved is null || path.Length > Deepest || (name is not null && references.Contains(name)) || path is ["status", ..] or ["metadata", ..])
            {
                return;
            }

            references = name is null ? references : [.. references, name];
            if (path.Length > 0 && words.Contains(path[^1]) && TypeOf(resolved) is { } type)
            {
                var allowed = (resolved["enum"] as JsonArray ?? []).Select(value => (string?)value ?? "").Where(value => value.Length > 0);
                Found.Add(new SchemaField(path, type, [.. allowed]) { Samples = Samples(schema), OfTexts = IsOfTexts(resolved) });
            }

            foreach (var (member, value) in resolved["properties"] as JsonObject ?? [])
            {
                Walk(value, [.. path, member], references);
            }

            if (resolved["items"] is { } items)
            {
                Walk(items, [.. path, SchemaField.Each], references);
            }
        }

        private IReadOnlyList<JsonNode> Samples(JsonNode? schema) =>
            [.. new[] { _smallest.Of(schema), _fuller.Of(schema) }.OfType<JsonNode>().DistinctBy(sample => sample.ToJsonString())];

        private bool IsOfTexts(JsonObject schema) =>
            (schema["items"] ?? schema["additionalProperties"]) is { } inner && Resolve(schemas, inner).Schema is { } element && TypeOf(element) is "string" or Quantity;
    }

    private static (JsonObject? Schema, string? Name) Resolve(JsonObject schemas, JsonNode? schema)
    {
        var reference = schema.Text("$ref") ?? (schema.At("allOf") is JsonArray { Count: 1 } all ? all[0].Text("$ref") : null);
        var name = reference?.StartsWith(ReferencePrefix, StringComparison.Ordinal) == true ? reference[ReferencePrefix.Length..] : null;
        return name is null ? (schema as JsonObject, null) : (schemas[name] as JsonObject, name);
    }
}
