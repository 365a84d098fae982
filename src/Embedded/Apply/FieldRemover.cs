using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Takes fields and list items out of a value. What is emptied by that becomes null.</summary>
internal static class FieldRemover
{
    /// <summary>A new value; nodes are not shared.</summary>
    public static JsonNode? Remove(JsonNode? value, FieldSet fields, FieldType type) => Handlings.Of(type, Slot.Of(value)) switch
    {
        Handling.Scalar => value.Copy(),
        Handling.List => type.ListIsAtomic ? null : RemoveItems(value as JsonArray, fields, type),
        _ => type.MapIsAtomic ? null : RemoveFields(value as JsonObject, fields, type),
    };

    private static JsonObject? RemoveFields(JsonObject? map, FieldSet fields, FieldType type)
    {
        var result = new JsonObject();
        foreach (var (key, value) in map ?? [])
        {
            var element = PathElement.Field(key);
            if (!fields.Has(element))
            {
                result[key] = Rest(value, fields.Below(element), type.Field(key) ?? FieldType.Deduced);
            }
        }

        return result.Count > 0 ? result : null;
    }

    private static JsonArray? RemoveItems(JsonArray? list, FieldSet fields, FieldType type)
    {
        var result = new JsonArray();
        foreach (var item in list ?? [])
        {
            if (ListItems.Name(type, item, out _) is not { } element)
            {
                result.Add(item.Copy());
            }
            else if (!fields.Has(element))
            {
                result.Add(Rest(item, fields.Below(element), type.Item));
            }
        }

        return result.Count > 0 ? result : null;
    }

    private static JsonNode? Rest(JsonNode? value, FieldSet below, FieldType type) => below.IsEmpty ? value.Copy() : Remove(value, below, type);
}
