using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Json;

/// <summary>Reads labels and their like compactly, keys and values pooled.</summary>
public sealed class StringMapConverter : JsonConverter<IReadOnlyDictionary<string, string>>
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    [ThreadStatic]
    private static List<KeyValuePair<string, string>>? _entries;

    public override IReadOnlyDictionary<string, string>? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ReadMap(ref reader);

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    /// <param name="longest">Entries whose value has more bytes are left out.</param>
    internal static IReadOnlyDictionary<string, string>? ReadMap(ref Utf8JsonReader reader, int longest = int.MaxValue)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException($"a map of strings is expected, not {reader.TokenType}");
        }

        var entries = _entries ??= [];
        entries.Clear();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = StringPool.Shared.Read(ref reader);
            reader.Read();
            if (key == LastApplied || Length(ref reader) > longest)
            {
                continue;
            }

            entries.Add(new(key, reader.TokenType == JsonTokenType.String ? StringPool.Shared.Read(ref reader) : throw NoText(key, reader.TokenType)));
        }

        return entries.Count == 0 ? StringMap.Empty : new StringMap([.. entries]);
    }

    private static long Length(ref Utf8JsonReader reader) => reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;

    private static JsonException NoText(string key, JsonTokenType found) => new($"the value of \"{key}\" is expected to be a string, not {found}");
}
