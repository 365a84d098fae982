using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

public sealed record PodStatus
{
    /// <summary><c>Pending</c>, <c>Running</c>, <c>Succeeded</c>, <c>Failed</c> or <c>Unknown</c>.</summary>
    [JsonConverter(typeof(PooledStringConverter))]
    public string? Phase { get; init; }

    /// <summary>Whether the condition Ready is True.</summary>
    [JsonPropertyName("conditions")]
    [JsonConverter(typeof(ReadyConditionConverter))]
    public bool Ready { get; init; }
}
