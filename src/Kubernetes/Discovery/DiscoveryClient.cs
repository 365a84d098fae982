using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Kubernetes.Discovery;

/// <summary>Learns what an API serves: two requests where discovery is aggregated, one per group version elsewhere.</summary>
public sealed class DiscoveryClient(IApiTransport transport)
{
    private const string Aggregated =
        "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList," +
        "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList,application/json";

    private readonly ApiExchange _exchange = new(transport);

    public ValueTask<ApiResult<ServerVersion>> Version(CancellationToken ct) =>
        _exchange.Object(new ApiRequest(HttpMethod.Get, "/version"), WireJson.Default.ServerVersion, ct);

    /// <summary>A refusal of the roots is an error; of one group version, a problem in the catalog.</summary>
    public async ValueTask<ApiResult<ResourceCatalog>> Discover(CancellationToken ct)
    {
        var resources = new List<DiscoveredResource>();
        var problems = new List<string>();
        foreach (var root in (string[])["/api", "/apis"])
        {
            var request = new ApiRequest(HttpMethod.Get, root) { Accept = Aggregated };
            var answer = await _exchange.Object(request, WireJson.Default.DiscoveryRootBody, ct).ConfigureAwait(false);
            if (!answer.Succeeded(out var body))
            {
                return new(null, answer.Error, answer.Warnings);
            }

            if (body.Kind == "APIGroupDiscoveryList")
            {
                AddAggregated(body, resources, problems);
            }
            else
            {
                await AddEach(root, body, resources, problems, ct).ConfigureAwait(false);
            }
        }

        return new(new ResourceCatalog(resources, problems), null, []);
    }

    private static void AddAggregated(DiscoveryRootBody body, List<DiscoveredResource> resources, List<string> problems)
    {
        foreach (var group in body.Items ?? [])
        {
            foreach (var version in group.Versions ?? [])
            {
                if (version.Freshness == "Stale")
                {
                    problems.Add($"{group.Metadata?.Name}/{version.Version}: the API's own knowledge of it is stale");
                }

                resources.AddRange((version.Resources ?? []).Select(r => r.ToResource(group.Metadata?.Name ?? "", version.Version ?? "")));
            }
        }
    }

    private async ValueTask AddEach(
        string root, DiscoveryRootBody body, List<DiscoveredResource> resources, List<string> problems, CancellationToken ct)
    {
        foreach (var groupVersion in body.GroupVersions())
        {
            var path = $"{root}/{groupVersion}";
            var answer = await _exchange.Object(new ApiRequest(HttpMethod.Get, path), WireJson.Default.ResourceListBody, ct).ConfigureAwait(false);
            if (answer.Succeeded(out var list))
            {
                resources.AddRange(list.ToResources(groupVersion));
            }
            else
            {
                problems.Add($"{groupVersion}: {answer.Error}");
            }
        }
    }
}
