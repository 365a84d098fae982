using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>An object of any kind by its metadata alone, to follow what comes, changes and goes at little cost.</summary>
public sealed record AnyMetadata : IObject
{
    public static Resource<AnyMetadata> Of(ResourceType type) => new(type, KubernetesJson.Default.AnyMetadata);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }
}
