using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>Makes small values that an OpenAPI schema takes.</summary>
/// <param name="resolve">Follows references.</param>
/// <param name="words">Members with these names are filled in beside the required ones; none for the smallest value.</param>
internal sealed class SchemaSample(Func<JsonNode?, (JsonObject? Schema, string? Name)> resolve, IReadOnlySet<string> words)
{
    private const int Deepest = 6;

    /// <summary>Null where the schema says too little.</summary>
    public JsonNode? Of(JsonNode? schema) => Of(schema, []);

    private JsonNode? Of(JsonNode? node, string[] above)
    {
        var (schema, name) = resolve(node);
        if (schema is null || above.Length > Deepest || (name is not null && above.Contains(name)))
        {
            return null;
        }

        above = [.. above, name ?? ""];
        return KindSchema.TypeOf(schema) switch
        {
            "string" => Text(schema),
            "boolean" => true,
            "integer" or "number" or KindSchema.IntOrString => 1,
            KindSchema.Quantity => "1",
            "array" => Of(schema["items"], above) is { } item ? new JsonArray(item) : new JsonArray(),
            "object" => Map(schema, above),
            _ => null,
        };
    }

    private static JsonNode Text(JsonObject schema) => schema["enum"] is JsonArray { Count: > 0 } allowed
        ? allowed[0]!.DeepClone()
        : schema.Text("format") switch
        {
            "date-time" => "2026-01-01T00:00:00Z",
            "byte" => "YQ==",
            _ => "a",
        };

    private JsonObject Map(JsonObject schema, string[] above)
    {
        var made = new JsonObject();
        var required = (schema["required"] as JsonArray ?? []).Select(item => (string)item!).ToHashSet(StringComparer.Ordinal);
        foreach (var (member, value) in schema["properties"] as JsonObject ?? [])
        {
            if ((required.Contains(member) || words.Contains(member)) && Of(value, above) is { } sample)
            {
                made[member] = sample;
            }
        }

        if (schema["additionalProperties"] is JsonObject entries && Of(entries, above) is { } entry)
        {
            made["a"] = entry;
        }

        return made;
    }
}
