using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Objects;

/// <summary>An object of any kind, whole, as JSON; for programs that show or apply what they do not know.</summary>
[JsonConverter(typeof(DynamicObjectConverter))]
public sealed class DynamicObject(JsonObject json, ObjectMeta metadata) : IObject
{
    /// <summary>The object as it was sent, nothing left out.</summary>
    public JsonObject Json { get; } = json;

    public ObjectMeta Metadata { get; } = metadata;

    /// <summary>A resource read as dynamic objects. To write, send a <see cref="JsonObject"/> with <c>KubernetesJson.Default.JsonObject</c>.</summary>
    public static Resource<DynamicObject> Resource(ResourceType type) => new(type, KubernetesJson.Default.DynamicObject);
}
