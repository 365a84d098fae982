using System.Text.Json.Nodes;

namespace Daytwo.Proof.Comparing;

/// <summary>Says where two objects differ; pure.</summary>
internal static class ObjectDifference
{
    private const int MostPlaces = 5;

    /// <summary>The values on both sides at the first places that differ, a line for each.</summary>
    public static (string One, string Other) Describe(JsonNode? one, JsonNode? other)
    {
        var places = Places("", one, other).Take(MostPlaces).ToList();
        return places.Count == 0
            ? ("the same members in another order", "the same members in another order")
            : (Lines(place => place.One), Lines(place => place.Other));

        string Lines(Func<(string Place, string One, string Other), string> side) => string.Join('\n', places.Select(place => $"{place.Place}: {side(place)}"));
    }

    private static IEnumerable<(string Place, string One, string Other)> Places(string place, JsonNode? one, JsonNode? other)
    {
        if (JsonNode.DeepEquals(one, other))
        {
            return [];
        }

        return (one, other) switch
        {
            (JsonObject a, JsonObject b) => a.Select(member => member.Key).Union(b.Select(member => member.Key))
                .SelectMany(name => Members(Join(place, name), name, a, b)),
            (JsonArray a, JsonArray b) when a.Count == b.Count => a.SelectMany((value, index) => Places($"{place}[{index}]", value, b[index])),
            _ => [(place.Length == 0 ? "object" : place, Text(one), Text(other))],
        };
    }

    private static IEnumerable<(string Place, string One, string Other)> Members(string place, string name, JsonObject one, JsonObject other) =>
        (one.TryGetPropertyValue(name, out var a), other.TryGetPropertyValue(name, out var b)) switch
        {
            (true, true) => Places(place, a, b),
            (true, false) => [(place, Text(a), "absent")],
            _ => [(place, "absent", Text(b))],
        };

    private static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "null";
}
