using Daytwo.Crds.Admission.Status;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class ReplicaReportTests
{
    private static readonly DateTimeOffset Wall = DateTimeOffset.UnixEpoch;

    [Fact]
    public void Report_is_read_from_its_Lease_as_it_was_written()
    {
        var counted = new RuleTraffic { Generation = 3, Since = Wall, Counters = new RuleCounters { Denied = 2 }, Comparison = new OutletComparison { Requests = 2 } };
        var read = Read(Report(new Dictionary<string, RuleTraffic> { ["a"] = counted }));
        Assert.Equal(counted, Assert.Single(read.Traffic).Value);
        Assert.Equal("digest", read.Rules["a"]);
    }

    [Fact]
    public void Counts_of_very_many_rules_are_cut_those_with_differences_last()
    {
        var traffic = Enumerable.Range(0, 5000).ToDictionary(i => $"rule-{i:0000}", i => new RuleTraffic
        {
            Counters = new RuleCounters { Allowed = i }, Comparison = new OutletComparison { Requests = i, Differences = i == 4999 ? 1 : null },
        });
        var report = Report(traffic);
        Assert.InRange(report.ToAnnotations()[ReplicaReport.TrafficAnnotation].Length, 1000, 64 * 1024);
        Assert.Equal(1, Read(report).Traffic["rule-4999"].Comparison?.Differences);
    }

    private static ReplicaReport Report(IReadOnlyDictionary<string, RuleTraffic> traffic) =>
        new("replica", "PEM", new Dictionary<string, string> { ["a"] = "digest" }, Wall, TimeSpan.FromSeconds(40)) { Traffic = traffic };

    private static ReplicaReport Read(ReplicaReport report) => ReplicaReport.Of(new Lease
    {
        Metadata = new ObjectMeta { Name = "l", Annotations = report.ToAnnotations() },
        Spec = new LeaseSpec { HolderIdentity = report.Replica, RenewTime = report.RenewedAt, LeaseDurationSeconds = 40 },
    })!;
}
