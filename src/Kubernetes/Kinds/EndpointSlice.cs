using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Kubernetes.Kinds;

/// <summary>A <c>discovery.k8s.io/v1</c> EndpointSlice: addresses behind a Service.</summary>
public sealed record EndpointSlice : IObject
{
    /// <summary>The label that names the Service.</summary>
    public const string ServiceLabel = "kubernetes.io/service-name";

    public static Resource<EndpointSlice> Resource { get; } =
        new(new ResourceType("discovery.k8s.io", "v1", "endpointslices", "EndpointSlice", Namespaced: true), KubernetesJson.Default.EndpointSlice);

    public ObjectMeta Metadata { get => field ?? ObjectMeta.Empty; init; }

    public IReadOnlyList<Endpoint>? Endpoints { get; init; }

    /// <summary>The ports of every endpoint.</summary>
    public IReadOnlyList<EndpointPort>? Ports { get; init; }
}
