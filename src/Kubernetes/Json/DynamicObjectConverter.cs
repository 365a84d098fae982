using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Json;

/// <summary>Reads an object whole, and its metadata typed.</summary>
public sealed class DynamicObjectConverter : JsonConverter<DynamicObject>
{
    public override DynamicObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonNode.Parse(ref reader) as JsonObject ?? throw new JsonException("an object is expected");
        return new DynamicObject(json, json["metadata"]?.Deserialize(KubernetesJson.Default.ObjectMeta) ?? ObjectMeta.Empty);
    }

    public override void Write(Utf8JsonWriter writer, DynamicObject value, JsonSerializerOptions options) => value.Json.WriteTo(writer);
}
