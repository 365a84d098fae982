using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>How often an event repeated; the first repeat makes <see cref="Count"/> 2.</summary>
public sealed record EventSeries
{
    public int? Count { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? LastObservedTime { get; init; }
}
