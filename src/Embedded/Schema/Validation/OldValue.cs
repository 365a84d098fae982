using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>The value that a value replaces, when one can be found.</summary>
internal readonly record struct OldValue(bool Known, JsonNode? Value)
{
    public static readonly OldValue None;

    public static OldValue Of(JsonNode? value) => new(true, value);

    public bool Equals(JsonNode? value) => Known && JsonNodes.Same(Value, value);

    public OldValue Field(string name, StructuralSchema schema) =>
        Known && schema.AtomicMap != true && Value is JsonObject map && map.TryGetPropertyValue(name, out var field) ? Of(field) : None;

    public OldValue Item(JsonNode? item, StructuralSchema schema)
    {
        if (!Known || schema.ListType != ListType.Map || Value is not JsonArray list || item is not JsonObject wanted)
        {
            return None;
        }

        var match = list.OfType<JsonObject>().FirstOrDefault(o => schema.ListMapKeys.All(k => JsonNodes.Same(o[k], wanted[k])));
        return match is null ? None : Of(match);
    }
}
