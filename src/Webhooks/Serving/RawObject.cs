using System.Text.Json.Serialization;
using Daytwo.Cel.Json;
using Daytwo.Cel.Values;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Webhooks.Serving;

/// <summary>An object as expressions see it: its JSON without managed fields.</summary>
[JsonConverter(typeof(RawObjectConverter))]
internal sealed class RawObject(ObjectMeta metadata, byte[] json) : IObject
{
    public ObjectMeta Metadata { get; } = metadata;

    public CelValue Value { get; } = JsonInput.Read(json);

    public static Resource<RawObject> Resource(ResourceType type) => new(type, RawObjectJson.Default.RawObject);
}
