using System.Reflection;
using System.Text.Json.Nodes;
using Daytwo.Crds.Schema;

namespace Daytwo.CrdGen;

/// <summary>Turns a property's attributes into the schema's value constraints.</summary>
internal static class Constraints
{
    public static void Add(JsonObject schema, PropertyInfo property)
    {
        if (property.GetCustomAttribute<LengthAttribute>() is { } length)
        {
            var isList = (string?)schema["type"] == "array";
            schema[isList ? "minItems" : "minLength"] = length.Minimum;
            schema[isList ? "maxItems" : "maxLength"] = length.Maximum;
        }

        if (property.GetCustomAttribute<ItemLengthAttribute>() is { } item)
        {
            schema["items"]!["minLength"] = item.Minimum;
            schema["items"]!["maxLength"] = item.Maximum;
        }

        if (property.GetCustomAttribute<RangeAttribute>() is { } range)
        {
            schema["minimum"] = range.Minimum;
            schema["maximum"] = range.Maximum;
        }

        if (property.GetCustomAttribute<ListTypeAttribute>() is { } list)
        {
            schema["x-kubernetes-list-type"] = list.Type;
            if (list.Keys.Count > 0)
            {
                schema["x-kubernetes-list-map-keys"] = new JsonArray([.. list.Keys.Select(key => JsonValue.Create(key))]);
            }
        }
    }
}
