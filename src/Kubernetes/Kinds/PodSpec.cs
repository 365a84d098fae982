using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

public sealed record PodSpec
{
    /// <summary>Null until the pod is scheduled.</summary>
    [JsonConverter(typeof(PooledStringConverter))]
    public string? NodeName { get; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string? PriorityClassName { get; init; }
}
