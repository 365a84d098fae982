using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;

namespace Daytwo.Admission.Mutating;

/// <summary>Between values of expressions and JSON documents.</summary>
public static class JsonConversion
{
    /// <summary>A document of what an expression computed; false when JSON cannot hold it.</summary>
    public static bool TryConvert(CelValue value, out JsonNode? node)
    {
        node = null;
        if (!CelJson.CanWrite(value))
        {
            return false;
        }

        node = Document(value);
        return true;
    }

    /// <summary>A document of a value that came from JSON.</summary>
    public static JsonNode? Document(CelValue value) => value.Kind switch
    {
        CelKind.Map => Map(value),
        CelKind.List => List(value),
        CelKind.Int => JsonValue.Create(value.AsInt),
        CelKind.Uint => JsonValue.Create(value.AsUint),
        CelKind.Double => JsonValue.Create(value.AsDouble),
        CelKind.Bool => JsonValue.Create(value.AsBool),
        CelKind.String => JsonValue.Create(value.AsString),
        CelKind.Null => null,
        CelKind.Optional when value.HasValue => Document(value.OptionalValue),
        _ => Written(value),
    };

    /// <summary>A value over the bytes of a document.</summary>
    public static CelValue Value(JsonNode node)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            node.WriteTo(writer);
        }

        return JsonInput.Read(buffer.WrittenSpan.ToArray());
    }

    private static JsonObject Map(CelValue map)
    {
        var result = new JsonObject();
        for (var i = 0; i < map.Count; i++)
        {
            result[map.KeyAt(i).AsString] = Document(map.ValueAt(i));
        }

        return result;
    }

    private static JsonArray List(CelValue list)
    {
        var result = new JsonArray();
        for (var i = 0; i < list.Count; i++)
        {
            result.Add(Document(list[i]));
        }

        return result;
    }

    /// <summary>Bytes, durations and timestamps, which are text in JSON.</summary>
    private static JsonNode? Written(CelValue value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            CelJson.Write(writer, value);
        }

        return JsonNode.Parse(buffer.WrittenSpan);
    }
}
