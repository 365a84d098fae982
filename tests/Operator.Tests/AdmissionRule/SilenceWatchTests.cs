using Daytwo.Operator.AdmissionRule.Effects;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.Tests.AdmissionRule;

public sealed class SilenceWatchTests
{
    private static readonly DateTimeOffset Wall = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Watch_looks_again_when_the_first_lease_ends_and_at_least_every_ten_seconds()
    {
        Assert.Equal(TimeSpan.FromSeconds(3), SilenceWatch.Next([Replica(-37), Replica(-20)], Wall));
        Assert.Equal(TimeSpan.FromSeconds(10), SilenceWatch.Next([Replica(0)], Wall));
        Assert.Equal(TimeSpan.FromSeconds(10), SilenceWatch.Next([], Wall));
    }

    [Fact]
    public async Task Replica_that_is_not_renewed_is_noticed_and_one_that_is_renewed_is_not()
    {
        var time = new SteppingTime(Wall);
        var noticed = new TaskCompletionSource<DateTimeOffset>();
        using var stop = new CancellationTokenSource();
        var renewed = Replica(0) with { Replica = "renewed" };
        var watch = new SilenceWatch(() => [Replica(0) with { Replica = "dying" }, renewed with { RenewedAt = time.GetUtcNow() }], () => noticed.TrySetResult(time.GetUtcNow()), time);

        var running = watch.Run(stop.Token);

        Assert.Equal(Wall.AddSeconds(40), await noticed.Task);
        await stop.CancelAsync();
        await running;
    }

    private static ReplicaReport Replica(int renewed) => new("a", "PEM", new Dictionary<string, string>(), Wall.AddSeconds(renewed), TimeSpan.FromSeconds(40));
}
