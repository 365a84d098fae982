using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Election;
using Daytwo.Runtime.Machines;
using Daytwo.Runtime.Tests.Support;

namespace Daytwo.Runtime.Tests.Election;

public sealed class FencedTransportTests
{
    private readonly ManualTime _time = new();
    private readonly CannedApi _api = new(_ => (200, "{}"));
    private readonly LeaderFence _fence;
    private readonly FencedTransport _fenced;

    public FencedTransportTests()
    {
        var clock = new MonotonicClock(_time);
        _fence = new LeaderFence(clock);
        _fenced = new FencedTransport(_api, _fence);
        _fence.Extend(clock.Now + TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Change_passes_until_the_deadline_and_not_at_it()
    {
        _time.Advance(TimeSpan.FromSeconds(9.9));
        await Send(HttpMethod.Delete);
        _time.Advance(TimeSpan.FromSeconds(0.1));
        await Assert.ThrowsAsync<NotLeaderException>(() => Send(HttpMethod.Delete));
        Assert.Single(_api.Requests);
    }

    [Fact]
    public async Task Change_is_refused_once_leadership_is_lost()
    {
        _fence.Close();
        await Assert.ThrowsAsync<NotLeaderException>(() => Send(HttpMethod.Post));
    }

    [Fact]
    public async Task Read_always_passes()
    {
        _fence.Close();
        await Send(HttpMethod.Get);
        Assert.Single(_api.Requests);
    }

    private async Task Send(HttpMethod method)
    {
        await using var response = await _fenced.Send(new ApiRequest(method, "/api"), CancellationToken.None);
    }
}
