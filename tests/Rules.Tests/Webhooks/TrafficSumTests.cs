using Daytwo.Crds.Admission.Status;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class TrafficSumTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Counts_add_up_since_the_earlier_beginning_and_the_later_difference_stays()
    {
        var (early, late) = (new OutletDifference { At = At, Request = "early" }, new OutletDifference { At = At.AddHours(1), Request = "late" });
        var sum = TrafficSum.Of(Traffic(5, 1, At.AddMinutes(2), late), Traffic(7, null, At, early));
        Assert.Equal(new RuleTraffic
        {
            Since = At,
            Counters = new RuleCounters { Allowed = 12, Denied = 1 },
            Comparison = new OutletComparison { Requests = 12, Differences = 2, LastDifference = late },
        }, sum);
    }

    [Fact]
    public void Nothing_and_something_is_something() =>
        Assert.Equal(Traffic(1, 1, At, null) with { Replica = null }, TrafficSum.Of(null, Traffic(1, 1, At, null)));

    private static RuleTraffic Traffic(long allowed, long? denied, DateTimeOffset since, OutletDifference? last) => new()
    {
        Replica = "a",
        Since = since,
        Counters = new RuleCounters { Allowed = allowed, Denied = denied },
        Comparison = new OutletComparison { Requests = allowed, Differences = 1, LastDifference = last },
    };
}
