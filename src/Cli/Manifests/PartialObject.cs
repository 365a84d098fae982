using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Cli.Manifests;

/// <summary>What is read of an object whose kind does not matter.</summary>
internal sealed record PartialObject : IObject
{
    public string Kind { get => field ?? ""; init; }

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PartialObject))]
[JsonSerializable(typeof(JsonNode))]
internal sealed partial class ManifestJson : JsonSerializerContext;
