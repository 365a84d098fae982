using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>What a value is replaced by to try the edges: nothing, null, empty, of another type, huge, unusual.</summary>
internal static class EdgeValues
{
    /// <summary>Near the largest object that the API takes by default (1.5 MiB in etcd), with room for the rest.</summary>
    public const int HugeBytes = 1 << 20;

    private const int Many = 50;
    private const string Unusual = "ÄΩ漢字\ud83d\ude80é\u200b\u202e";

    /// <summary>Texts that often are what a field takes: an address, a host for many.</summary>
    private static readonly string[] Common = ["192.0.2.1", "*.example.com"];

    /// <summary>Values of its own type in place of one that is there. Each call makes new nodes.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> Like(JsonNode? current) => current switch
    {
        JsonObject => [("empty map", new JsonObject())],
        JsonArray list => [("empty list", new JsonArray()), ("twice", Repeated(list, 2)), ("twice, renamed", Renamed(list, 2)), ("fifty times, renamed", Renamed(list, Many))],
        JsonValue value => Scalars(value),
        _ => [],
    };

    /// <summary>Null and a value of another type.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> Unlike(JsonNode? current) =>
    [
        ("null", null),
        current is JsonValue value && value.GetValueKind() != JsonValueKind.String ? ("a text", "1") : current is JsonValue ? ("a number", 1) : current is JsonArray ? ("a text", "a") : ("a list", new JsonArray()),
    ];

    /// <summary>Values that a field takes by its schema, those among them that the rule compares with.</summary>
    /// <param name="texts">Of the rule.</param>
    public static IEnumerable<(string What, JsonNode? Value)> Of(SchemaField field, IReadOnlyList<string> texts) =>
    [
        .. OfType(field.Type),
        .. field.Allowed.Select(word => (Quoted(word), (JsonNode?)word)),
        .. field.Samples.Select(sample => (sample.ToJsonString(), (JsonNode?)sample.DeepClone())),
        .. field.Type switch
        {
            "string" when field.Allowed.Count == 0 => texts.Select(text => (Quoted(text), (JsonNode?)text)),
            "array" when field.OfTexts => texts.Concat(Common).Select(text => ($"[{Quoted(text)}]", (JsonNode?)new JsonArray(text))),
            "object" when field.OfTexts => texts.Select(text => ($"{{{Quoted(text)}: \"1\"}}", (JsonNode?)new JsonObject { [text] = "1" })),
            _ => [],
        },
    ];

    public static JsonNode Huge() => JsonValue.Create(new string('x', HugeBytes));

    private static (string What, JsonNode? Value)[] OfType(string type) => type switch
    {
        "string" => [("\"\"", ""), ("\"a\"", "a"), ("unusual", Unusual), .. Common.Select(text => (Quoted(text), (JsonNode?)text))],
        "boolean" => [("true", true), ("false", false)],
        "integer" or "number" or KindSchema.IntOrString => [("0", 0), ("1", 1), ("-1", -1), ("1000", 1000), ("65535", 65535), ("largest", int.MaxValue)],
        KindSchema.Quantity => [("\"0\"", "0"), ("\"1m\"", "1m"), ("\"2Gi\"", "2Gi"), ("1", 1), ("\"-1\"", "-1")],
        "array" => [("empty list", new JsonArray())],
        "object" => [("empty map", new JsonObject())],
        _ => [],
    };

    private static JsonArray Repeated(JsonArray list, int times) =>
        new([.. Enumerable.Range(0, times).SelectMany(_ => list).Select(value => value?.DeepClone())]);

    /// <summary>Lists of objects with names have each name once.</summary>
    private static JsonArray Renamed(JsonArray list, int times)
    {
        var repeated = Repeated(list, times);
        foreach (var (number, item) in repeated.Index().Skip(list.Count))
        {
            if (item.Text("name") is { } name)
            {
                item!["name"] = $"{name}-{number}";
            }
        }

        return repeated;
    }

    private static string Quoted(string text) => $"\"{text}\"";

    private static (string, JsonNode?)[] Scalars(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String =>
            [("\"\"", ""), ("another", "other"), ("unusual", Unusual), ("long", new string('y', 300)), ("with latest", value.GetValue<string>() + ":latest"), ("blank", " ")],
        JsonValueKind.Number => [("0", 0), ("-1", -1), ("1000", 1000), ("largest", int.MaxValue), ("beyond 2^53", 9007199254740993L)],
        _ => [("the other", value.GetValueKind() == JsonValueKind.False)],
    };
}
