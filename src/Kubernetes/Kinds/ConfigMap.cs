using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A ConfigMap, without its binary data.</summary>
public sealed record ConfigMap : IObject
{
    public static Resource<ConfigMap> Resource { get; } =
        new(new ResourceType("", "v1", "configmaps", "ConfigMap", Namespaced: true), KubernetesJson.Default.ConfigMap);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public IReadOnlyDictionary<string, string>? Data { get; init; }
}
