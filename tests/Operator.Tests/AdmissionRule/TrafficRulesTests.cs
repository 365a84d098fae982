using Daytwo.Crds.Admission;
using Daytwo.Crds.Admission.Status;
using Daytwo.Operator.AdmissionRule.Rules;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Operator.Tests.AdmissionRule;

public sealed class TrafficRulesTests
{
    private readonly RuleWorld world = new(outlet: RuleOutlet.Both);

    [Fact]
    public void Counts_of_all_replicas_are_summed_and_written_every_thirty_seconds_at_most()
    {
        world.Replicas.Add(Report("a", 1, 0));
        world.Settle();
        Assert.Equal(1, world.Status.Counters?.Allowed);

        world.Replicas.Add(Report("b", 10, 0));
        world.Wall = world.Wall.AddSeconds(10);
        var decision = world.Settle();
        Assert.Equal(1, world.Status.Counters?.Allowed);
        Assert.True(decision.WakeAt <= world.Wall.AddSeconds(20));

        world.Wall = world.Wall.AddSeconds(20);
        world.Settle();
        Assert.Equal(11, world.Status.Counters?.Allowed);
        Assert.Equal(0, world.Status.Comparison?.Differences);
    }

    [Fact]
    public void Difference_is_written_and_told_at_once_and_once()
    {
        world.Replicas.Add(Report("a", 5, 0));
        world.Settle();
        world.Replicas[0] = Report("a", 5, 1);
        world.Settle();
        world.Settle();
        Assert.Equal((6, 1), (world.Status.Comparison?.Requests, world.Status.Comparison?.Differences));
        Assert.Equal("CREATE pods default/web", world.Status.Comparison?.LastDifference?.Request);
        Assert.Single(world.Told, notice => notice.Reason == Reasons.OutletsDiffer);
    }

    [Fact]
    public void Counts_of_a_replica_that_went_or_began_anew_stay()
    {
        world.Replicas.AddRange([Report("a", 5, 0), Report("b", 7, 1)]);
        world.Settle();
        world.Replicas.Clear();
        world.Replicas.Add(Report("a", 1, 0, since: 60));
        world.Wall = world.Wall.AddMinutes(1);
        world.Settle();
        Assert.Equal(13, world.Status.Counters?.Allowed);
        Assert.Equal(1, world.Status.Comparison?.Differences);
        Assert.Equal(DateTimeOffset.UnixEpoch, world.Status.CountedSince);
        Assert.Equal("a", Assert.Single(world.Status.Webhook!.Replicas!).Replica);
    }

    [Fact]
    public void Counting_begins_anew_when_the_rule_changes_and_ends_with_the_outlet()
    {
        world.Replicas.Add(Report("a", 5, 1));
        world.Settle();
        world.Change(spec => spec with { Mode = RuleMode.Warn });
        world.Settle();
        Assert.Null(world.Status.Counters);

        world.Replicas[0] = Report("a", 2, 0, generation: 2);
        world.Settle();
        Assert.Equal(2, world.Status.Counters?.Allowed);
        world.Change(spec => spec with { Outlet = RuleOutlet.Policy });
        world.Settle();
        Assert.Null(world.Status.Webhook);
    }

    [Fact]
    public void Policy_seen_in_force_is_named_so_that_replicas_know_what_they_are_compared_with()
    {
        world.Settle();
        Assert.Equal(RuleDigest.Of(Daytwo.Rules.RuleRenderer.Render(world.Rule!, [], world.Wall)), world.Status.Policy?.Digest);

        world.Silent.Add("a");
        world.Change(spec => spec with { Mode = RuleMode.Warn });
        world.Settle();
        Assert.Null(world.Status.Policy?.Digest);
    }

    private static ReplicaReport Report(string replica, long allowed, long differences, int since = 0, long generation = 1) =>
        new(replica, "PEM", new Dictionary<string, string>(), DateTimeOffset.MaxValue.AddDays(-1), TimeSpan.FromSeconds(40))
        {
            Traffic = new Dictionary<string, RuleTraffic>
            {
                ["rule"] = new()
                {
                    Generation = generation,
                    Since = DateTimeOffset.UnixEpoch.AddSeconds(since),
                    Counters = new RuleCounters { Allowed = allowed },
                    Comparison = new OutletComparison
                    {
                        Requests = allowed + differences,
                        Differences = differences == 0 ? null : differences,
                        LastDifference = differences == 0 ? null : new OutletDifference { At = DateTimeOffset.UnixEpoch, Request = "CREATE pods default/web" },
                    },
                },
            },
        };
}
