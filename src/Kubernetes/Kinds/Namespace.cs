using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A Namespace.</summary>
public sealed record Namespace : IObject
{
    public static Resource<Namespace> Resource { get; } =
        new(new ResourceType("", "v1", "namespaces", "Namespace", Namespaced: false), KubernetesJson.Default.Namespace);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public NamespaceStatus? Status { get; init; }
}
