using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A ConfigMap to create, replace or apply.</summary>
public sealed record ConfigMapWrite(ObjectMetaWrite Metadata, IReadOnlyDictionary<string, string>? Data)
{
    public string ApiVersion { get; } = ConfigMap.Resource.Type.ApiVersion;

    public string Kind { get; } = ConfigMap.Resource.Type.Kind;
}
