using Daytwo.Kubernetes;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Hosting;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Hosting;

public sealed class OperatorHostTests
{
    private readonly List<string> _order = [];

    [Fact]
    public async Task Lease_is_given_up_only_after_the_work_has_ended()
    {
        using var stop = new CancellationTokenSource();
        var services = TestServices.Create(new ManualTime());
        using var elector = new LeaderElector(new KubernetesClient(new CannedApi(Answer)), new LeaseReference("sys", "op", "me"), services);
        var working = new TaskCompletionSource();
        var running = new OperatorHost(services).Use(elector).AddLeaderWork(async ct =>
        {
            Note("work");
            working.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await Task.Yield();
            Note("work ended");
        }).Run(stop.Token);
        await Eventually.Within(working.Task);
        await stop.CancelAsync();
        Assert.Equal(HostExit.Stopped, await Eventually.Within(running));
        Assert.Equal(["lease held by me", "work", "work ended", "lease held by nobody"], _order);
    }

    [Fact]
    public async Task Follower_that_is_stopped_never_works()
    {
        using var stop = new CancellationTokenSource();
        var services = TestServices.Create(new ManualTime());
        using var elector = new LeaderElector(new KubernetesClient(new CannedApi(_ => (200, Lease("other")))), new LeaseReference("sys", "op", "me"), services);
        var running = new OperatorHost(services).Use(elector).AddLeaderWork(_ => throw new InvalidOperationException("a follower works")).Run(stop.Token);
        await stop.CancelAsync();
        Assert.Equal(HostExit.Stopped, await Eventually.Within(running));
    }

    private (int Status, string Json) Answer(Kubernetes.Transport.ApiRequest request)
    {
        if (request.Method == HttpMethod.Get)
        {
            return (200, Lease(""));
        }

        var holder = System.Text.Encoding.UTF8.GetString(request.Body.Span).Contains("\"holderIdentity\":\"me\"", StringComparison.Ordinal) ? "me" : "";
        Note($"lease held by {(holder.Length == 0 ? "nobody" : holder)}");
        return (200, Lease(holder));
    }

    private void Note(string what)
    {
        lock (_order)
        {
            _order.Add(what);
        }
    }

    private static string Lease(string holder) =>
        $$"""{"metadata":{"name":"op","uid":"u","resourceVersion":"{{holder.Length}}"},"spec":{"holderIdentity":"{{holder}}","leaseDurationSeconds":15} }""";
}
