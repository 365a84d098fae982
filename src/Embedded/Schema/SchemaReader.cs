using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// Reads schemas from JSON. A reference to a definition becomes that definition's schema (one object per name, so
/// circles close); a field's own default, description and map type beside the reference win over the definition's.
/// </summary>
internal sealed class SchemaReader(Func<string, JsonObject?> definitions)
{
    private static readonly string[] UnsupportedKeys = ["id", "$schema", "$ref", "patternProperties", "dependencies", "additionalItems", "definitions"];
    private readonly Dictionary<string, StructuralSchema> named = new(StringComparer.Ordinal);

    private readonly List<(StructuralSchema Field, StructuralSchema Target, JsonObject Json)> overlays = [];

    /// <summary>The schema of a definition, or null when there is none by that name.</summary>
    public StructuralSchema? Definition(string name)
    {
        var schema = FindDefinition(name);
        FinishOverlays();
        return schema;
    }

    public StructuralSchema Read(JsonObject json)
    {
        var schema = ReadNode(json);
        FinishOverlays();
        return schema;
    }

    private StructuralSchema? FindDefinition(string name)
    {
        if (named.TryGetValue(name, out var known))
        {
            return known;
        }

        if (definitions(name) is not { } json)
        {
            return null;
        }

        var schema = named[name] = new StructuralSchema { DefinitionName = name };
        Fill(schema, json);
        return schema;
    }

    private StructuralSchema ReadNode(JsonObject json)
    {
        var schema = new StructuralSchema();
        if (ReferenceOf(json) is { } name && FindDefinition(name) is { } target)
        {
            if (!HasOwnWords(json))
            {
                return target;
            }

            overlays.Add((schema, target, json));
            return schema;
        }

        Fill(schema, json);
        return schema;
    }

    /// <summary>Only now is every definition read, also one that refers to itself.</summary>
    private void FinishOverlays()
    {
        foreach (var (field, target, json) in overlays)
        {
            field.TakeOver(target);
            SchemaWords.FillOverlay(field, json);
        }

        overlays.Clear();
    }

    private static string? ReferenceOf(JsonObject json)
    {
        var holder = json.ContainsKey("$ref") ? json : json["allOf"] is JsonArray { Count: 1 } all ? all[0] as JsonObject : null;
        return holder?["$ref"].TextOrNull() is { } path ? path[(path.LastIndexOf('/') + 1)..] : null;
    }

    private static bool HasOwnWords(JsonObject json) => json.Any(p => p.Key is not ("$ref" or "allOf" or "description"));

    private void Fill(StructuralSchema schema, JsonObject json)
    {
        schema.Source = json;
        schema.Unsupported = [.. UnsupportedKeys.Where(json.ContainsKey)];
        SchemaWords.FillGeneric(schema, json);
        SchemaWords.FillExtensions(schema, json);
        SchemaWords.FillBounds(schema, json);
        FillChildren(schema, json);
        FillJunctors(schema, json);
    }

    private void FillChildren(StructuralSchema schema, JsonObject json)
    {
        schema.Items = json["items"] is JsonObject items ? ReadNode(items) : null;
        if (json["properties"] is JsonObject properties)
        {
            schema.Properties = properties.Where(p => p.Value is JsonObject)
                .ToDictionary(p => p.Key, p => ReadNode((JsonObject)p.Value!), StringComparer.Ordinal);
        }

        schema.AdditionalProperties = json["additionalProperties"] is JsonObject additional ? ReadNode(additional) : null;
        schema.AdditionalAllowed = json["additionalProperties"] switch
        {
            null => null,
            JsonObject => true,
            var allowed => allowed.IsTrue(),
        };
    }

    private void FillJunctors(StructuralSchema schema, JsonObject json)
    {
        schema.AllOf = ReadAll(json["allOf"]);
        schema.AnyOf = ReadAll(json["anyOf"]);
        schema.OneOf = ReadAll(json["oneOf"]);
        schema.Not = json["not"] is JsonObject not ? ReadNode(not) : null;
    }

    private List<StructuralSchema> ReadAll(JsonNode? list) =>
        list is JsonArray array ? [.. array.OfType<JsonObject>().Select(ReadNode)] : [];
}
