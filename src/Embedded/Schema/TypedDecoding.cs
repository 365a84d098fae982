using System.Globalization;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema;

/// <summary>
/// Built-in kinds are read into types, so a value of another type is refused before anything else is looked at.
/// Values with forms of their own (times, quantities, integers or strings, raw JSON) are let through.
/// </summary>
internal static class TypedDecoding
{
    /// <summary>The first mismatch, in the order of the object's keys; null when all types fit.</summary>
    public static TypedMismatch? Check(JsonObject value, StructuralSchema schema) => VisitFields(value, schema, "");

    private static TypedMismatch? Visit(JsonNode? value, StructuralSchema schema, string owner, string path)
    {
        if (value is null || HasOwnForm(schema))
        {
            return null;
        }

        return (schema.Type, value) switch
        {
            ("object", JsonObject map) when schema.Properties.Count > 0 => VisitFields(map, schema, path),
            ("object", JsonObject map) => First(map.Select(p => p.Value), schema.AdditionalProperties, owner, path),
            ("array", JsonArray list) => First(list, schema.Items, owner, path),
            ("string", _) when value.Shape() == JsonShape.String => null,
            ("boolean", _) when value.Shape() == JsonShape.Boolean => null,
            ("number", _) when value.Shape() is JsonShape.Integer or JsonShape.Number => null,
            ("integer", _) when Fits(value, schema) => null,
            _ => new(
                $"json: cannot unmarshal {Found(value, schema)} into Go struct field {owner}.{path} of type {NameOf(schema)}",
                Restored(value, schema)),
        };
    }

    private static TypedMismatch? VisitFields(JsonObject map, StructuralSchema schema, string path)
    {
        var owner = schema.DefinitionName[(schema.DefinitionName.LastIndexOf('.') + 1)..];
        foreach (var (key, value) in map)
        {
            if (schema.Properties.TryGetValue(key, out var field)
                && Visit(value, field, owner, path.Length == 0 ? key : $"{path}.{key}") is { } mismatch)
            {
                return mismatch;
            }
        }

        return null;
    }

    private static TypedMismatch? First(IEnumerable<JsonNode?> items, StructuralSchema? schema, string owner, string path) =>
        schema is null ? null : items.Select(i => Visit(i, schema, owner, path)).FirstOrDefault(m => m is not null);

    private static bool HasOwnForm(StructuralSchema schema) =>
        schema.Type.Length == 0 || schema.IntOrString || (schema.Type == "string" && (schema.DefinitionName.Length > 0 || schema.Format.Length > 0));

    private static bool Fits(JsonNode value, StructuralSchema schema) =>
        value.Shape() == JsonShape.Integer && value.TryInteger(out var whole) && (schema.Format != "int32" || whole is >= int.MinValue and <= int.MaxValue);

    private static string Found(JsonNode value, StructuralSchema schema) => value.Shape() switch
    {
        JsonShape.Integer or JsonShape.Number => schema.Type == "integer" ? "number " + value.ToJsonString() : "number",
        JsonShape.Boolean => "bool",
        var shape => shape.ToString().ToLowerInvariant(),
    };

    private static string NameOf(StructuralSchema schema) => schema.Type switch
    {
        _ when schema.DefinitionName.Length > 0 => string.Join('.', schema.DefinitionName.Split('.')[^2..]),
        "array" => "[]" + (schema.Items is { } items ? NameOf(items) : "interface {}"),
        "object" => "map[string]" + (schema.AdditionalProperties is { } values ? NameOf(values) : "interface {}"),
        "integer" => schema.Format.Length > 0 ? schema.Format : "int64",
        "boolean" => "bool",
        "number" => "float64",
        _ => "string",
    };

    private static string Restored(JsonNode value, StructuralSchema schema)
    {
        var shape = value.Shape();
        var kind = shape switch
        {
            JsonShape.Integer => "int64",
            JsonShape.Number => "float64",
            JsonShape.Boolean => "bool",
            JsonShape.Array => "slice",
            JsonShape.Object => "map",
            _ => "string",
        };
        return schema.Type switch
        {
            "array" => $"cannot restore slice from {kind}",
            "object" when schema.Properties.Count == 0 => $"cannot restore map from {kind}",
            "object" => $"cannot restore struct from: {kind}",
            _ when shape is JsonShape.Integer or JsonShape.Number => string.Create(CultureInfo.InvariantCulture, $"cannot convert {kind} to {NameOf(schema)}"),
            _ => $"unrecognized type: {NameOf(schema)}",
        };
    }
}
