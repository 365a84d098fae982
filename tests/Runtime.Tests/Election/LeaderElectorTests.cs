using System.Text.Json.Nodes;
using Daytwo.Kubernetes;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Election;

public sealed class LeaderElectorTests
{
    private const string Foreign = """
        {"metadata":{"name":"op","namespace":"sys","uid":"u","resourceVersion":"5","labels":{"kept":"yes"}},
         "spec":{"holderIdentity":"","leaseDurationSeconds":1,"leaseTransitions":3}}
        """;

    private readonly ManualTime _time = new();

    [Fact]
    public async Task Lease_is_taken_by_a_whole_put_and_given_up_after_the_work()
    {
        var api = new CannedApi(r => (200, r.Method == HttpMethod.Get ? Foreign : Foreign.Replace("\"\"", "\"me\"", StringComparison.Ordinal)));
        using var elector = Create(api);
        var running = elector.Run();
        await Eventually.Within(elector.Elected);
        Assert.True(elector.Fence.IsOpen);
        elector.Release();
        await Eventually.Within(running);
        Assert.False(elector.Fence.IsOpen);
        Assert.False(elector.Lost.IsCancellationRequested);
        Assert.Equal(["GET", "PUT", "PUT"], api.Requests.Select(r => r.Method));
        var (taken, released) = (Json(api, 1), Json(api, 2));
        Assert.Equal(("me", 15, 4), ((string?)taken["spec"]!["holderIdentity"], (int?)taken["spec"]!["leaseDurationSeconds"], (int?)taken["spec"]!["leaseTransitions"]));
        Assert.Equal(("5", "yes"), ((string?)taken["metadata"]!["resourceVersion"], (string?)taken["metadata"]!["labels"]!["kept"]));
        Assert.Equal("", (string?)released["spec"]!["holderIdentity"]);
    }

    [Fact]
    public async Task Lease_that_cannot_be_renewed_closes_the_fence_in_time()
    {
        var away = false;
        var api = new CannedApi(r => away ? CannedApi.Refusal(503, "ServiceUnavailable") : (200, r.Method == HttpMethod.Get ? Foreign : Foreign.Replace("\"\"", "\"me\"", StringComparison.Ordinal)));
        using var elector = Create(api);
        var running = elector.Run();
        await Eventually.Within(elector.Elected);
        away = true;
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.False(elector.Fence.IsOpen);
        await Eventually.True(() => elector.Lost.IsCancellationRequested, "loss told", _time);
        elector.Release();
        await Eventually.Within(running);
    }

    private static JsonNode Json(CannedApi api, int request) => JsonNode.Parse(api.Requests.ElementAt(request).Body)!;

    private LeaderElector Create(CannedApi api) => new(new KubernetesClient(api), new LeaseReference("sys", "op", "me"), TestServices.Create(_time));
}
