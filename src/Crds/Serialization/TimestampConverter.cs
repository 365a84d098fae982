using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Crds.Serialization;

/// <summary>A <see cref="DateTimeOffset"/> as <c>metav1.Time</c> writes it: RFC 3339, UTC, whole seconds.</summary>
internal sealed class TimestampConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
}
