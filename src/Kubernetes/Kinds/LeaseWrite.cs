using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A whole Lease to create or replace.</summary>
public sealed record LeaseWrite(ObjectMetaWrite Metadata, LeaseSpec Spec)
{
    public string ApiVersion { get; } = Lease.Resource.Type.ApiVersion;

    public string Kind { get; } = Lease.Resource.Type.Kind;
}
