using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A <c>coordination.k8s.io/v1</c> Lease: who holds a right, and until when unless renewed.</summary>
public sealed record Lease : IObject
{
    public static Resource<Lease> Resource { get; } =
        new(new ResourceType("coordination.k8s.io", "v1", "leases", "Lease", Namespaced: true), KubernetesJson.Default.Lease);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public LeaseSpec Spec { get => field ?? LeaseSpec.Empty; init; }
}
