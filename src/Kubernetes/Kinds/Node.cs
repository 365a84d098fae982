using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>What is kept of a Node.</summary>
public sealed record Node : IObject
{
    public static Resource<Node> Resource { get; } =
        new(new ResourceType("", "v1", "nodes", "Node", Namespaced: false), KubernetesJson.Default.Node);

    /// <summary>Without annotations longer than 128 bytes.</summary>
    [JsonConverter(typeof(BriefMetaConverter))]
    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public NodeSpec? Spec { get; init; }

    public NodeStatus? Status { get; init; }
}
