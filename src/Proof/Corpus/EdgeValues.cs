using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Proof.Corpus;

/// <summary>What a value is replaced by to try the edges: nothing, null, empty, of another type, huge, unusual.</summary>
internal static class EdgeValues
{
    /// <summary>Near the largest object that the API takes by default (1.5 MiB in etcd), with room for the rest.</summary>
    public const int HugeBytes = 1 << 20;

    private const string Unusual = "ÄΩ漢字\ud83d\ude80é\u200b\u202e";

    /// <summary>Values of its own type in place of one that is there. Each call makes new nodes.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> Like(JsonNode? current) => current switch
    {
        JsonObject => [("empty map", new JsonObject())],
        JsonArray list => [("empty list", new JsonArray()), ("twice", Repeated(list, 2)), ("fifty times", Repeated(list, 50))],
        JsonValue value => Scalars(value),
        _ => [],
    };

    /// <summary>Null and a value of another type.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> Unlike(JsonNode? current) =>
    [
        ("null", null),
        current is JsonValue value && value.GetValueKind() != JsonValueKind.String ? ("a text", "1") : current is JsonValue ? ("a number", 1) : current is JsonArray ? ("a text", "a") : ("a list", new JsonArray()),
    ];

    /// <summary>Values of a type of OpenAPI, for a field that is not there.</summary>
    public static IEnumerable<(string What, JsonNode? Value)> OfType(string type) => type switch
    {
        "string" => [("\"\"", ""), ("\"a\"", "a"), ("unusual", Unusual)],
        "boolean" => [("true", true), ("false", false)],
        "integer" or "number" => [("0", 0), ("1", 1), ("-1", -1), ("largest", int.MaxValue)],
        "array" => [("empty list", new JsonArray())],
        "object" => [("empty map", new JsonObject())],
        _ => [],
    };

    public static JsonNode Huge() => JsonValue.Create(new string('x', HugeBytes));

    private static JsonArray Repeated(JsonArray list, int times) =>
        new([.. Enumerable.Range(0, times).SelectMany(_ => list).Select(value => value?.DeepClone())]);

    private static (string, JsonNode?)[] Scalars(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String =>
            [("\"\"", ""), ("another", "other"), ("unusual", Unusual), ("long", new string('y', 300)), ("with latest", value.GetValue<string>() + ":latest"), ("blank", " ")],
        JsonValueKind.Number => [("0", 0), ("-1", -1), ("largest", int.MaxValue), ("beyond 2^53", 9007199254740993L)],
        _ => [("the other", value.GetValueKind() == JsonValueKind.False)],
    };
}
