using Daytwo.Crds;
using Daytwo.Embedded;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>A Kubernetes API in memory that knows our kinds.</summary>
internal sealed class EmbeddedCluster : IDisposable
{
    private readonly EmbeddedApi _api = new(new EmbeddedApiOptions { ServiceAccounts = false });
    private readonly EmbeddedApiTransport _transport;

    public EmbeddedCluster() => (_transport, Client) = (new EmbeddedApiTransport(_api), new KubernetesClient(new EmbeddedApiTransport(_api)));

    public KubernetesClient Client { get; }

    public async Task Install()
    {
        foreach (var manifest in CrdManifests.All)
        {
            await Apply($"/apis/apiextensions.k8s.io/v1/customresourcedefinitions/{manifest.Name}", manifest.Yaml);
        }
    }

    public Task Apply(string path, string yaml) =>
        Succeed(new ApiRequest(HttpMethod.Patch, path + "?fieldManager=test&force=true") { Body = SampleReviews.Utf8(yaml), ContentType = "application/apply-patch+yaml" });

    public Task Delete(string path) => Succeed(new ApiRequest(HttpMethod.Delete, path));

    public void Dispose() => _api.Dispose();

    private async Task Succeed(ApiRequest request)
    {
        await using var response = await _transport.Send(request, TestContext.Current.CancellationToken);
        using var body = new StreamReader(response.Body);
        var text = await body.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode < 300, text);
    }
}
