using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Runtime.Election;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class LeaderElectionTests(ControlPlane plane)
{
    [Fact]
    public async Task Lease_given_up_passes_to_the_next_at_once()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "runtime-election", ct);
        using var first = Elector(api, "first");
        using var second = Elector(api, "second");
        var firstRuns = first.Run();
        await first.Elected.WaitAsync(Eventually.Limit, ct);
        var secondRuns = second.Run();
        Assert.True(first.Fence.IsOpen);
        Assert.False(second.Elected.IsCompleted);

        first.Release();
        await firstRuns.WaitAsync(Eventually.Limit, ct);
        Assert.False(first.Fence.IsOpen);
        await second.Elected.WaitAsync(TimeSpan.FromSeconds(10), ct);
        var lease = (await api.Client.Get(Lease.Resource, api.Namespace, "op", ct)).Required();
        Assert.Equal(("second", 1), (lease.Spec.HolderIdentity, lease.Spec.LeaseTransitions));
        second.Release();
        await secondRuns.WaitAsync(Eventually.Limit, ct);
    }

    private static LeaderElector Elector(ConnectedApi api, string identity) =>
        new(api.Client, new LeaseReference(api.Namespace, "op", identity), RealServices.Create());
}
