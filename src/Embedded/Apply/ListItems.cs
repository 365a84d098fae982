using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Schema;

namespace Daytwo.Embedded.Apply;

/// <summary>Names the items of associative lists.</summary>
internal static class ListItems
{
    /// <summary>The element, or null with the reason why the item has no name.</summary>
    public static PathElement? Name(FieldType list, JsonNode? item, out string problem)
    {
        problem = "";
        return list.ListKeys.Count > 0 ? ByKeys(list, item, out problem) : ByValue(item, out problem);
    }

    /// <summary>The items that have a name, in order.</summary>
    public static IEnumerable<(PathElement Element, JsonNode? Item)> Named(FieldType list, JsonArray? items)
    {
        foreach (var item in items ?? [])
        {
            if (Name(list, item, out _) is { } element)
            {
                yield return (element, item);
            }
        }
    }

    private static PathElement? ByKeys(FieldType list, JsonNode? item, out string problem)
    {
        problem = item is null
            ? "associative list with keys may not have a null element"
            : "associative list with keys may not have non-map elements";
        if (item is not JsonObject map)
        {
            return null;
        }

        var keys = new JsonObject();
        foreach (var name in list.ListKeys)
        {
            if (map.TryGetPropertyValue(name, out var value))
            {
                keys[name] = value.Copy();
            }
            else if (list.Item.DefaultOf(name) is { } usual)
            {
                keys[name] = usual.Copy();
            }
        }

        var names = string.Join(' ', list.ListKeys.Select(GoText.Quote));
        problem = string.Create(
            CultureInfo.InvariantCulture,
            $"associative list with keys has an element that omits all key fields [{names}] (and doesn't have default values for any key fields)");
        return keys.Count == 0 ? null : PathElement.Key(keys);
    }

    private static PathElement? ByValue(JsonNode? item, out string problem)
    {
        problem = item switch
        {
            JsonObject => "associative list without keys has an element that's a map type",
            JsonArray => "not supported: associative list with lists as elements",
            null => "associative list without keys has an element that's an explicit null",
            _ => "",
        };
        return problem.Length > 0 ? null : PathElement.Value(item);
    }
}
