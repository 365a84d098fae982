using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A Namespace to create or apply.</summary>
public sealed record NamespaceWrite(ObjectMetaWrite Metadata)
{
    public string ApiVersion { get; } = Namespace.Resource.Type.ApiVersion;

    public string Kind { get; } = Namespace.Resource.Type.Kind;
}
