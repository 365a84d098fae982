using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Daytwo.Embedded.Protobuf;

/// <summary>The messages whose JSON is no object of their fields: times, quantities, numbers or strings, raw JSON.</summary>
internal static class SpecialMessages
{
    public static bool Knows(string type) => type is "Time" or "MicroTime" or "Duration" or "Quantity" or "IntOrString" or "Raw";

    /// <summary>The value; null for a zero time.</summary>
    public static JsonNode? Decode(string type, ReadOnlySpan<byte> bytes)
    {
        var parts = Parts(bytes);
        return type switch
        {
            "Time" => Time(parts, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            "MicroTime" => Time(parts, "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'"),
            "Duration" => string.Create(CultureInfo.InvariantCulture, $"{parts.Numbers.GetValueOrDefault(1) / 1e9}s"),
            "Quantity" => parts.Texts.GetValueOrDefault(1, ""),
            "IntOrString" => parts.Numbers.GetValueOrDefault(1) == 0 ? parts.Numbers.GetValueOrDefault(2) : parts.Texts.GetValueOrDefault(3, ""),
            _ => parts.Texts.TryGetValue(1, out var json) ? JsonNode.Parse(json) : null,
        };
    }

    /// <summary>A message that only wraps strings.</summary>
    public static JsonArray Strings(ReadOnlySpan<byte> bytes)
    {
        var list = new JsonArray();
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            reader.Tag();
            list.Add((JsonNode)Encoding.UTF8.GetString(reader.Bytes()));
        }

        return list;
    }

    private static JsonValue? Time((Dictionary<int, long> Numbers, Dictionary<int, string> Texts) parts, string format)
    {
        if (!parts.Numbers.TryGetValue(1, out var seconds))
        {
            return null;
        }

        var time = DateTime.UnixEpoch.AddSeconds(seconds).AddTicks(parts.Numbers.GetValueOrDefault(2) / TimeSpan.NanosecondsPerTick);
        return JsonValue.Create(time.ToString(format, CultureInfo.InvariantCulture));
    }

    private static (Dictionary<int, long> Numbers, Dictionary<int, string> Texts) Parts(ReadOnlySpan<byte> bytes)
    {
        var (numbers, texts) = (new Dictionary<int, long>(), new Dictionary<int, string>());
        var reader = new WireReader(bytes);
        while (!reader.AtEnd)
        {
            var (number, wireType) = reader.Tag();
            switch (wireType)
            {
                case 0: numbers[number] = (long)reader.Varint(); break;
                case 2: texts[number] = Encoding.UTF8.GetString(reader.Bytes()); break;
                default: reader.Skip(wireType); break;
            }
        }

        return (numbers, texts);
    }
}
