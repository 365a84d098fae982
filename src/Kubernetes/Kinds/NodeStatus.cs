using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Kinds;

public sealed record NodeStatus
{
    /// <summary>Whether the condition Ready is True.</summary>
    [JsonPropertyName("conditions")]
    [JsonConverter(typeof(ReadyConditionConverter))]
    public bool Ready { get; init; }

    public IReadOnlyList<NodeAddress>? Addresses { get; init; }

    public NodeSystemInfo? NodeInfo { get; init; }
}
