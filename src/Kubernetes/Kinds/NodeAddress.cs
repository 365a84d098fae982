using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

public sealed record NodeAddress
{
    /// <summary>Such as <c>InternalIP</c> or <c>Hostname</c>.</summary>
    [JsonConverter(typeof(PooledStringConverter))]
    public string? Type { get; init; }

    public string? Address { get; init; }
}
