using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A Secret with its data decoded. Its text form shows no data.</summary>
public sealed record Secret : IObject
{
    public static Resource<Secret> Resource { get; } =
        new(new ResourceType("", "v1", "secrets", "Secret", Namespaced: true), KubernetesJson.Default.Secret);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public string? Type { get; init; }

    public IReadOnlyDictionary<string, byte[]>? Data { get; init; }

    public override string ToString() => $"Secret {Metadata.Namespace}/{Metadata.Name}";
}
