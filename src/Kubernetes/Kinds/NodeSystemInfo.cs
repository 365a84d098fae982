using System.Text.Json.Serialization;
using Daytwo.Kubernetes.Json;

namespace Daytwo.Kubernetes.Kinds;

public sealed record NodeSystemInfo
{
    [JsonConverter(typeof(PooledStringConverter))]
    public string? KubeletVersion { get; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string? ContainerRuntimeVersion { get; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string? KernelVersion { get; init; }

    [JsonConverter(typeof(PooledStringConverter))]
    public string? OsImage { get; init; }
}
