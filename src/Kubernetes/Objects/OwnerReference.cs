using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Objects;

/// <summary>The owner that garbage collection follows; as <c>metav1.OwnerReference</c>.</summary>
public sealed record OwnerReference
{
    [JsonConverter(typeof(PooledStringConverter))]
    public string ApiVersion { get => field ?? ""; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string Kind { get => field ?? ""; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string Name { get => field ?? ""; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string Uid { get => field ?? ""; init; }

    public bool? Controller { get; init; }

    public bool? BlockOwnerDeletion { get; init; }
}
