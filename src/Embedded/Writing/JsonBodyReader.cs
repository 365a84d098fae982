using System.Text.Json;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Writing;

/// <summary>Reads JSON into nodes, keeping whole numbers whole and noting keys that come twice.</summary>
internal sealed class JsonBodyReader
{
    private readonly List<string> duplicates = [];

    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static DecodedBody Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = 200 });
        reader.Read();
        var body = new JsonBodyReader();
        var value = body.Value(ref reader, "");
        while (reader.Read())
        {
        }

        return new DecodedBody(value, body.duplicates);
    }

    private JsonNode? Value(ref Utf8JsonReader reader, string path) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader, path),
        JsonTokenType.StartArray => List(ref reader, path),
        JsonTokenType.String => JsonValue.Create(reader.GetString()),
        JsonTokenType.Number => reader.TryGetInt64(out var whole) ? JsonValue.Create(whole) : JsonValue.Create(reader.GetDouble()),
        JsonTokenType.True => JsonValue.Create(true),
        JsonTokenType.False => JsonValue.Create(false),
        _ => null,
    };

    private JsonObject Map(ref Utf8JsonReader reader, string path)
    {
        var map = new JsonObject();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            var at = path.Length == 0 ? key : $"{path}.{key}";
            reader.Read();
            var value = Value(ref reader, at);
            if (map.ContainsKey(key))
            {
                duplicates.Add(at);
            }

            map[key] = value;
        }

        return map;
    }

    private JsonArray List(ref Utf8JsonReader reader, string path)
    {
        var list = new JsonArray();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            list.Add(Value(ref reader, $"{path}[{list.Count}]"));
        }

        return list;
    }
}
