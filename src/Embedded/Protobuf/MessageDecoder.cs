using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Protobuf;

/// <summary>Turns protobuf messages of API types into the JSON they stand for.</summary>
internal static class MessageDecoder
{
    /// <exception cref="FormatException">The bytes are no such message.</exception>
    public static JsonObject Decode(string message, ReadOnlySpan<byte> bytes)
    {
        var value = new JsonObject();
        Fill(value, message, bytes);
        return value;
    }

    private static void Fill(JsonObject value, string message, ReadOnlySpan<byte> bytes)
    {
        var fields = MessageTable.Instance.Fields(message);
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (number, wireType) = reader.Tag();
            if (!fields.TryGetValue(number, out var field))
            {
                reader.Skip(wireType);
            }
            else if (field.Name == "-")
            {
                Fill(value, field.Type.TrimStart('*'), reader.Bytes());
            }
            else
            {
                Read(value, field, ref reader);
            }
        }
    }

    private static void Read(JsonObject value, MessageField field, ref WireReader reader)
    {
        if (field.Type.StartsWith("map ", StringComparison.Ordinal))
        {
            Entry(Child<JsonObject>(value, field.Name, static () => []), field.Type[4..], reader.Bytes());
        }
        else if (field.Type.StartsWith("[]", StringComparison.Ordinal) && field.Type != "[]byte")
        {
            Child<JsonArray>(value, field.Name, static () => []).Add(Single(field.Type[2..], ref reader));
        }
        else
        {
            var read = Single(field.Type.TrimStart('*'), ref reader);
            if (read is not null && (field.Type[0] == '*' || !field.OmitZero || !IsZero(read)))
            {
                value[field.Name] = read;
            }
        }
    }

    private static JsonNode? Single(string type, ref WireReader reader) => type switch
    {
        "string" => Encoding.UTF8.GetString(reader.Bytes()),
        "bool" => reader.Varint() != 0,
        "int32" or "int64" => (long)reader.Varint(),
        "float64" => reader.Double(),
        "[]byte" => Convert.ToBase64String(reader.Bytes()),
        _ when SpecialMessages.Knows(type) => SpecialMessages.Decode(type, reader.Bytes()),
        _ => Decode(type, reader.Bytes()),
    };

    private static void Entry(JsonObject map, string type, ReadOnlySpan<byte> bytes)
    {
        var reader = new WireReader(bytes);
        var key = "";
        JsonNode? value = type == "string" ? "" : null;
        while (!reader.AtEnd)
        {
            var (number, wireType) = reader.Tag();
            switch (number)
            {
                case 1: key = Encoding.UTF8.GetString(reader.Bytes()); break;
                case 2: value = type == "[]string" ? SpecialMessages.Strings(reader.Bytes()) : Single(type, ref reader); break;
                default: reader.Skip(wireType); break;
            }
        }

        map[key] = value;
    }

    private static T Child<T>(JsonObject value, string name, Func<T> make) where T : JsonNode
    {
        if (value[name] is not T child)
        {
            value[name] = child = make();
        }

        return child;
    }

    private static bool IsZero(JsonNode value) => value switch
    {
        JsonObject map => map.Count == 0,
        _ => value.ToJsonString() is "\"\"" or "0" or "false",
    };
}
