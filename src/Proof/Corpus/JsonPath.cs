using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>The place of a value in an object: names of members, and indexes as numbers.</summary>
/// <param name="Steps">Each a member's name, or an index of a list.</param>
internal sealed record JsonPath(IReadOnlyList<object> Steps)
{
    public static JsonPath Root { get; } = new([]);

    public JsonPath Then(object step) => new([.. Steps, step]);

    /// <summary>The nearest name of a member: of an element that of its list.</summary>
    public string Name => Steps.OfType<string>().LastOrDefault() ?? "";

    /// <summary>Every value of an object, the outer before the inner.</summary>
    public static IEnumerable<JsonPath> All(JsonNode? node) => Below(node, Root);

    public JsonNode? Get(JsonNode? node)
    {
        foreach (var step in Steps)
        {
            node = (node, step) switch
            {
                (JsonObject json, string name) => json[name],
                (JsonArray list, int index) when index < list.Count => list[index],
                _ => null,
            };
        }

        return node;
    }

    /// <summary>Puts a value there. Nothing happens where the place itself is gone, by another change.</summary>
    public void Set(JsonNode root, JsonNode? value)
    {
        switch (new JsonPath([.. Steps.SkipLast(1)]).Get(root), Steps[^1])
        {
            case (JsonObject json, string name):
                json[name] = value;
                break;
            case (JsonArray list, int index) when index < list.Count:
                list[index] = value;
                break;
        }
    }

    public void Remove(JsonNode root)
    {
        switch (new JsonPath([.. Steps.SkipLast(1)]).Get(root), Steps[^1])
        {
            case (JsonObject json, string name):
                json.Remove(name);
                break;
            case (JsonArray list, int index) when index < list.Count:
                list.RemoveAt(index);
                break;
        }
    }

    public override string ToString() => string.Concat(Steps.Select((step, at) => step is string name ? (at == 0 ? name : "." + name) : $"[{step}]"));

    private static IEnumerable<JsonPath> Below(JsonNode? node, JsonPath here)
    {
        IEnumerable<(object Step, JsonNode? Value)> children = node switch
        {
            JsonObject json => json.Select(member => ((object)member.Key, member.Value)),
            JsonArray list => list.Select((value, index) => ((object)index, value)),
            _ => [],
        };
        return children.SelectMany(child => Below(child.Value, here.Then(child.Step)).Prepend(here.Then(child.Step)));
    }
}
