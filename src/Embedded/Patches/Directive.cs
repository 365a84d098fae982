using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Patches;

/// <summary>What a strategic merge patch says beside values.</summary>
internal static class Directive
{
    public const string Marker = "$patch";
    public const string Replace = "replace";
    public const string Delete = "delete";
    public const string Merge = "merge";
    public const string RetainKeys = "$retainKeys";
    public const string DeleteFromList = "$deleteFromPrimitiveList/";
    public const string SetOrder = "$setElementOrder/";

    /// <summary>Whether a key speaks of a list beside it.</summary>
    public static bool IsOnList(string key) =>
        key.StartsWith(DeleteFromList, StringComparison.Ordinal) || key.StartsWith(SetOrder, StringComparison.Ordinal);

    public static bool Marks(JsonNode? node) => node is JsonObject map && map.ContainsKey(Marker);

    /// <summary>A value that meets no stored one: objects with a directive vanish. Null when the value itself does.</summary>
    /// <param name="dropNulls">Whether null keys of objects vanish too.</param>
    public static JsonNode? Without(JsonNode? value, bool dropNulls)
    {
        switch (value)
        {
            case JsonObject map when map.ContainsKey(Marker):
                return null;
            case JsonObject map:
                foreach (var (key, field) in map.ToArray())
                {
                    if ((field is null && dropNulls) || (field is not null && Without(field, dropNulls) is null))
                    {
                        map.Remove(key);
                    }
                }

                return map;
            case JsonArray list:
                foreach (var item in list.Where(Marks).ToArray())
                {
                    list.Remove(item);
                }

                foreach (var item in list)
                {
                    Without(item, dropNulls);
                }

                return list;
            default:
                return value;
        }
    }
}
