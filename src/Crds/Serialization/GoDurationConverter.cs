using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Crds.Serialization;

/// <summary>A <see cref="TimeSpan"/> as a Go-style duration.</summary>
internal sealed class GoDurationConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        GoDuration.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"'{reader.GetString()}' is not a duration; write it like 90s, 15m or 1h30m");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(GoDuration.Format(value));
}
