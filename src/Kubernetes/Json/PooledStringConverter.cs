using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Json;

/// <summary>Reads a string through <see cref="StringPool.Shared"/>; for members whose values repeat across objects.</summary>
public sealed class PooledStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => StringPool.Shared.Read(ref reader),
        JsonTokenType.Null => null,
        _ => throw new JsonException($"a string is expected, not {reader.TokenType}"),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
