using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Proof.Corpus;

namespace Daytwo.Proof.Explaining;

/// <summary>Objects about as large as the API takes, each large in one place that a rule may look at; pure.</summary>
internal static class LargeObjects
{
    public static IEnumerable<(string What, JsonObject Json)> Of(JsonObject seed, RuleWords words) =>
        from path in JsonPath.All(seed)
        where words.Names.Contains(path.Name) && path.Steps is not ["apiVersion" or "kind", ..] and not ["metadata", "name" or "namespace"]
        from grown in Grown(path.Get(seed))
        select ($"{(string?)seed["kind"]}, {grown.What} {path}", With(seed, path, grown.Value));

    private static IEnumerable<(string What, JsonNode Value)> Grown(JsonNode? node) => node switch
    {
        JsonArray { Count: > 0 } list => Bare(list) is { } bare ? [("long", Repeated(list)), ("long, bare", Repeated(bare))] : [("long", Repeated(list))],
        JsonObject { Count: > 0 } map when map.All(member => IsText(member.Value)) => [("many", Filled(map))],
        _ when IsText(node) => [("huge", EdgeValues.Huge())],
        _ => [],
    };

    /// <summary>The first item without all but its texts, so that more of them fit in; null when it is so already.</summary>
    private static JsonArray? Bare(JsonArray list) =>
        list[0] is JsonObject item && item.Where(member => IsText(member.Value)).ToList() is { Count: > 0 } texts && texts.Count < item.Count
            ? new JsonArray(new JsonObject(texts.Select(text => KeyValuePair.Create(text.Key, text.Value?.DeepClone())))) : null;

    private static bool IsText(JsonNode? node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.String;

    private static JsonArray Repeated(JsonArray list) =>
        new([.. Enumerable.Range(0, EdgeValues.HugeBytes / Encoding.UTF8.GetByteCount(list.ToJsonString()) * list.Count).Select(index => list[index % list.Count]?.DeepClone())]);

    private static JsonObject Filled(JsonObject map)
    {
        var (key, value) = map.First();
        var size = key.Length + value!.ToJsonString().Length + 12;
        return new JsonObject(Enumerable.Range(0, EdgeValues.HugeBytes / size).Select(index => KeyValuePair.Create($"{key}{index:000000}", (JsonNode?)value.DeepClone())).Prepend(KeyValuePair.Create(key, (JsonNode?)value.DeepClone())));
    }

    private static JsonObject With(JsonObject seed, JsonPath path, JsonNode value)
    {
        var copy = seed.DeepClone().AsObject();
        path.Set(copy, value);
        return copy;
    }
}
