using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Protobuf;

/// <summary>
/// Gives the JSON of built-in kinds the shape that the real API's own types give it: zero values are left out or shown
/// as each field asks, structures that are always there are there.
/// </summary>
internal static class WireShape
{
    /// <summary>Changes an object in place; one of an unknown kind stays as it is.</summary>
    public static void Normalize(JsonObject value, string apiVersion, string kind)
    {
        if (MessageTable.Instance.Message(apiVersion, kind) is { } message)
        {
            Map(value, message);
        }
    }

    /// <summary>An object of a kind without any content; null for an unknown kind.</summary>
    public static JsonObject? Blank(string apiVersion, string kind)
    {
        if (MessageTable.Instance.Message(apiVersion, kind) is not { } message)
        {
            return null;
        }

        var blank = new JsonObject();
        Map(blank, message);
        return blank;
    }

    private static void Map(JsonObject value, string message)
    {
        foreach (var field in MessageTable.Instance.Fields(message).Values)
        {
            if (field.Name == "-")
            {
                Inline(value, field);
            }
            else
            {
                Field(value, field);
            }
        }
    }

    private static void Inline(JsonObject value, MessageField field)
    {
        if (!field.IsPointer)
        {
            Map(value, field.Type);
        }
    }

    private static void Field(JsonObject value, MessageField field)
    {
        Below(value[field.Name], field.Type);
        if (!IsZero(value[field.Name], field))
        {
            return;
        }

        if (IsMessage(field.Type))
        {
            Structure(value, field);
        }
        else if (field.Type is "Time" or "MicroTime" && !field.OmitsZeroMessage)
        {
            value[field.Name] = null;
        }
        else if (field.OmitZero)
        {
            value.Remove(field.Name);
        }
        else if (value[field.Name] is null)
        {
            value[field.Name] = Zero(field);
        }
    }

    /// <summary>A structure that is always there, unless even empty ones are left out.</summary>
    private static void Structure(JsonObject value, MessageField field)
    {
        var structure = value[field.Name] as JsonObject ?? [];
        Map(structure, field.Type);
        if (value[field.Name] is null && !(field.OmitsZeroMessage && structure.Count == 0))
        {
            value[field.Name] = structure;
        }
    }

    private static void Below(JsonNode? present, string type)
    {
        switch (present)
        {
            case JsonObject map when type.StartsWith("map ", StringComparison.Ordinal):
                foreach (var (_, entry) in map)
                {
                    Below(entry, type[4..]);
                }

                break;
            case JsonArray list when type.StartsWith("[]", StringComparison.Ordinal):
                foreach (var entry in list)
                {
                    Below(entry, type[2..]);
                }

                break;
            case JsonObject map when IsMessage(type.TrimStart('*')):
                Map(map, type.TrimStart('*'));
                break;
        }
    }

    private static bool IsMessage(string type) => type.Contains('/', StringComparison.Ordinal) && type[0] is not ('*' or '[') && !type.StartsWith("map ", StringComparison.Ordinal);

    private static bool IsZero(JsonNode? value, MessageField field) => value switch
    {
        null => true,
        JsonObject map => map.Count == 0 && field.IsMap,
        JsonArray list => list.Count == 0,
        _ => !field.IsPointer && value.ToJsonString() is "\"\"" or "0" or "false",
    };

    private static JsonNode? Zero(MessageField field) => field.Type switch
    {
        "string" or "Quantity" => "",
        "int32" or "int64" or "float64" or "IntOrString" => 0,
        "bool" => false,
        _ => null,
    };
}
