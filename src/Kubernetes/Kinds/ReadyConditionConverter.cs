using System.Text.Json;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>Reads a list of conditions down to the one bit that is kept of thousands of pods.</summary>
internal sealed class ReadyConditionConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ready = false;
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return false;
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            ready |= IsReadyTrue(ref reader);
        }

        return ready;
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        throw new NotSupportedException("a pod's conditions are read only");

    private static bool IsReadyTrue(ref Utf8JsonReader reader)
    {
        var isReady = false;
        var isTrue = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            var isStatus = reader.ValueTextEquals("status"u8);
            reader.Read();
            isReady |= isType && reader.ValueTextEquals("Ready"u8);
            isTrue |= isStatus && reader.ValueTextEquals("True"u8);
            reader.Skip();
        }

        return isReady && isTrue;
    }
}
