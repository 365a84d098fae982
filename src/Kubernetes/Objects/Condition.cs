using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Objects;

/// <summary>One observation of an object's state; as Kubernetes' <c>metav1.Condition</c>. Also written as it is.</summary>
public sealed record Condition
{
    /// <summary>What is observed, in CamelCase, such as Ready.</summary>
    public string Type { get => field ?? ""; init; }

    /// <summary>True, False or Unknown.</summary>
    public string Status { get => field ?? ""; init; }

    /// <summary>The metadata.generation that the observation was made for; older than the object's means outdated.</summary>
    public long? ObservedGeneration { get; init; }

    /// <summary>When the status last changed from one value to another.</summary>
    [JsonConverter(typeof(TimeConverter))]
    public DateTimeOffset? LastTransitionTime { get; init; }

    /// <summary>Why, as one CamelCase word for programs.</summary>
    public string Reason { get => field ?? ""; init; }

    /// <summary>Why, for people.</summary>
    public string Message { get => field ?? ""; init; }
}
