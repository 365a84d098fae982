using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Webhooks.Serving;

/// <summary>Copies an object but for its managed fields, which nobody asks for and which are half of it.</summary>
internal sealed class RawObjectConverter : JsonConverter<RawObject>
{
    public override RawObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        var metadata = root.TryGetProperty("metadata"u8, out var there) ? there.Deserialize(KubernetesJson.Default.ObjectMeta) : null;
        return new RawObject(metadata ?? ObjectMeta.Empty, Copy(root));
    }

    public override void Write(Utf8JsonWriter writer, RawObject value, JsonSerializerOptions options) =>
        throw new NotSupportedException("objects read for expressions are never written");

    private static byte[] Copy(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var member in root.EnumerateObject())
            {
                if (member.NameEquals("metadata"u8))
                {
                    writer.WritePropertyName(member.Name);
                    CopyMetadata(writer, member.Value);
                }
                else
                {
                    member.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void CopyMetadata(Utf8JsonWriter writer, JsonElement metadata)
    {
        writer.WriteStartObject();
        foreach (var member in metadata.EnumerateObject().Where(member => !member.NameEquals("managedFields"u8)))
        {
            member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
