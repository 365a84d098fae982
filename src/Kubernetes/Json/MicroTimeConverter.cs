using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Json;

/// <summary>Times as <c>metav1.MicroTime</c>: RFC 3339 in UTC, to the microsecond. The API refuses other precisions there.</summary>
public sealed class MicroTimeConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture));
}
