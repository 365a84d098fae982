using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>What is kept of a Pod: where it runs and how it is.</summary>
public sealed record Pod : IObject
{
    public static Resource<Pod> Resource { get; } =
        new(new ResourceType("", "v1", "pods", "Pod", Namespaced: true), KubernetesJson.Default.Pod);

    /// <summary>Without annotations longer than 128 bytes.</summary>
    [JsonConverter(typeof(BriefMetaConverter))]
    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public PodSpec? Spec { get; init; }

    public PodStatus? Status { get; init; }
}
