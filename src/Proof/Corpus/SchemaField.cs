using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>A field that a kind may have, by its OpenAPI schema.</summary>
/// <param name="Path">Names of members; <c>[]</c> stands for every element of the list before it.</param>
/// <param name="Type">string, boolean, integer, number, array, object, or one of <see cref="KindSchema.IntOrString"/> and <see cref="KindSchema.Quantity"/>.</param>
/// <param name="Allowed">The only values, where the schema lists them.</param>
internal sealed record SchemaField(IReadOnlyList<string> Path, string Type, IReadOnlyList<string> Allowed)
{
    public const string Each = "[]";

    public string Name => Path[^1];

    /// <summary>Small values that the schema takes.</summary>
    public IReadOnlyList<JsonNode> Samples { get; init; } = [];

    /// <summary>Whether it is a list or map of texts or amounts.</summary>
    public bool OfTexts { get; init; }

    /// <summary>Whether a place in an object is one of this field.</summary>
    public bool IsAt(JsonPath place) =>
        place.Steps.Count == Path.Count && place.Steps.Zip(Path).All(pair => pair.First is string name ? name == pair.Second : pair.Second == Each);

    /// <summary>Where an object lacks the field though it has its lists; at most the first element of each list.</summary>
    public IEnumerable<JsonPath> MissingIn(JsonObject json)
    {
        var path = JsonPath.Root;
        JsonNode? node = json;
        foreach (var step in Path)
        {
            if (step == Each)
            {
                if (node is not JsonArray { Count: > 0 } list)
                {
                    yield break;
                }

                (path, node) = (path.Then(0), list[0]);
            }
            else
            {
                (path, node) = (path.Then(step), node is JsonObject map ? map[step] : null);
            }
        }

        if (node is null)
        {
            yield return path;
        }
    }

    /// <summary>Puts a value at a place, with the maps on the way to it.</summary>
    public static void Put(JsonObject json, JsonPath place, JsonNode? value)
    {
        JsonNode? node = json;
        foreach (var step in place.Steps.SkipLast(1))
        {
            node = (node, step) switch
            {
                (JsonObject map, string name) when map[name] is JsonArray list => list,
                (JsonObject map, string name) => map.Within(name),
                (JsonArray list, int index) when index < list.Count => list[index],
                _ => null,
            };
        }

        if (node is JsonObject last && place.Steps[^1] is string member)
        {
            last[member] = value;
        }
    }
}
