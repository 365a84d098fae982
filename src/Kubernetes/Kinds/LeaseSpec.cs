using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A lease's spec; read and written as it is.</summary>
public sealed record LeaseSpec
{
    internal static LeaseSpec Empty { get; } = new();

    public string? HolderIdentity { get; init; }

    public int? LeaseDurationSeconds { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? AcquireTime { get; init; }

    [JsonConverter(typeof(MicroTimeConverter))]
    public DateTimeOffset? RenewTime { get; init; }

    /// <summary>How often the holder changed.</summary>
    public int? LeaseTransitions { get; init; }
}
