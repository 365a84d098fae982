using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Apply;

/// <summary>Field sets as managed fields carry them.</summary>
internal static class FieldsV1
{
    private const string Self = ".";

    public static JsonObject Write(FieldSet set) => Write(set, includeSelf: false);

    /// <exception cref="FormatException">A key is not of the format.</exception>
    public static FieldSet Read(JsonObject json)
    {
        var set = new FieldSet();
        foreach (var (key, value) in json.Where(p => p.Key != Self))
        {
            if (PathElement.Parse(key) is not { } element)
            {
                continue;
            }

            var below = value as JsonObject ?? [];
            if (below.Count == 0 || below.ContainsKey(Self))
            {
                set.Add([element]);
            }

            if (below.Any(p => p.Key != Self))
            {
                set.Attach(element, Read(below));
            }
        }

        return set;
    }

    private static JsonObject Write(FieldSet set, bool includeSelf)
    {
        var json = new JsonObject();
        if (includeSelf)
        {
            json[Self] = new JsonObject();
        }

        foreach (var element in set.Members.Concat(set.Children.Select(c => c.Key)).Distinct().Order())
        {
            json[element.Serialized] = Write(set.Below(element), includeSelf: set.HasChild(element) && set.Has(element));
        }

        return json;
    }
}
