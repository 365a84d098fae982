using System.Text.Json.Nodes;

namespace Daytwo.Rules.Rendering;

/// <summary>Lists as JSON.</summary>
internal static class Json
{
    public static JsonArray Texts(IEnumerable<string> values) => new([.. values.Select(value => JsonValue.Create(value))]);

    public static JsonArray Array(IEnumerable<JsonObject> values) => new([.. values]);

    /// <summary>Null where there are none: the API keeps no empty list of them.</summary>
    public static JsonArray? AnyOf(IReadOnlyCollection<JsonObject> values) => values.Count == 0 ? null : Array(values);

    /// <summary>Puts a member in when it has a value.</summary>
    public static void Put(this JsonObject target, string name, JsonNode? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }
}
