using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>What is kept of a CustomResourceDefinition: whether the API serves it yet.</summary>
public sealed record CustomResourceDefinition : IObject
{
    public static Resource<CustomResourceDefinition> Resource { get; } = new(
        new ResourceType("apiextensions.k8s.io", "v1", "customresourcedefinitions", "CustomResourceDefinition", Namespaced: false),
        KubernetesJson.Default.CustomResourceDefinition);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public CustomResourceDefinitionStatus? Status { get; init; }

    /// <summary>Whether objects of the kind can be created.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Established => Status?.Conditions?.Any(c => c is { Type: "Established", Status: "True" }) ?? false;
}
