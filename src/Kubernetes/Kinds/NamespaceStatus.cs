using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

public sealed record NamespaceStatus
{
    /// <summary><c>Active</c> or <c>Terminating</c>.</summary>
    [JsonConverter(typeof(PooledStringConverter))]
    public string? Phase { get; init; }
}
