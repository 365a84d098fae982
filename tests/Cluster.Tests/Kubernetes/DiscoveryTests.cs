using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Discovery;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>What a real apiserver says it serves.</summary>
public sealed class DiscoveryTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Aggregated_and_older_discovery_tell_the_same()
    {
        using var transport = new HttpApiTransport(ConnectedApi.Connection((await plane.Api(Ct)).Kubeconfig), TimeProvider.System);
        var aggregated = (await new DiscoveryClient(transport).Discover(Ct)).Required();
        var older = (await new DiscoveryClient(new PlainJsonOnly(transport)).Discover(Ct)).Required();
        Assert.Empty(aggregated.Problems);
        Assert.Equal(Tell(older), Tell(aggregated));

        var deployments = aggregated.FindByName("deploy")!;
        Assert.Equal(new ResourceType("apps", "v1", "deployments", "Deployment", Namespaced: true), deployments.Type);
        Assert.Contains("scale", deployments.Subresources);
        Assert.Equal("events.k8s.io", aggregated.FindByKind("events.k8s.io/v1", "Event")!.Type.Group);
        Assert.Equal("nodes", aggregated.FindByName("Node")!.Type.Plural);
    }

    [Fact]
    public async Task Version_is_told()
    {
        using var transport = new HttpApiTransport(ConnectedApi.Connection((await plane.Api(Ct)).Kubeconfig), TimeProvider.System);
        Assert.StartsWith("v1.", (await new DiscoveryClient(transport).Version(Ct)).Required().GitVersion, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_resource_reads_as_a_dynamic_object()
    {
        using var transport = new HttpApiTransport(ConnectedApi.Connection((await plane.Api(Ct)).Kubeconfig), TimeProvider.System);
        var services = (await new DiscoveryClient(transport).Discover(Ct)).Required().FindByName("svc")!;
        var read = (await new KubernetesClient(transport).Get(DynamicObject.Resource(services.Type), "default", "kubernetes", Ct)).Required();
        Assert.Equal("kubernetes", read.Metadata.Name);
        Assert.Equal("ClusterIP", read.Json["spec"]!["type"]!.GetValue<string>());
    }

    private static string[] Tell(ResourceCatalog catalog) =>
        [.. catalog.Resources
            .Select(r => $"{r.Type} {r.Singular} {string.Join(',', r.ShortNames)} {string.Join(',', r.Categories)} {string.Join(',', r.Verbs)} {string.Join(',', r.Subresources.Order(StringComparer.Ordinal))}")
            .Order(StringComparer.Ordinal)];

    /// <summary>A client that does not know aggregated discovery, as before Kubernetes 1.26.</summary>
    private sealed class PlainJsonOnly(IApiTransport inner) : IApiTransport
    {
        public ValueTask<ApiResponse> Send(ApiRequest request, CancellationToken ct) => inner.Send(request with { Accept = "application/json" }, ct);
    }
}
