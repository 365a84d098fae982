using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Rules.Webhooks;

namespace Daytwo.Rules.Tests.Webhooks;

public sealed class WebhookAgreementTests
{
    private static readonly DateTimeOffset Wall = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void All_live_replicas_with_the_same_state_agree() =>
        Assert.True(WebhookAgreement.Of("r", "d1", [Report("a", "d1"), Report("b", "d1")], Wall).IsReached);

    [Fact]
    public void Without_a_live_replica_nothing_is_agreed() =>
        Assert.False(WebhookAgreement.Of("r", "d1", [Report("a", "d1", age: 40)], Wall).IsReached);

    [Theory]
    [InlineData("d0", "b: enforces an earlier state of the rule or its exceptions")]
    [InlineData("!spec.validations[0]: no such key", "b: spec.validations[0]: no such key")]
    [InlineData(null, "b: has not seen the rule yet")]
    public void Replica_that_lags_is_named_with_why(string? digest, string why)
    {
        var agreement = WebhookAgreement.Of("r", "d1", [Report("b", digest), Report("a", "d1"), Report("dead", "d0", age: 100)], Wall);
        Assert.False(agreement.IsReached);
        Assert.Equal(["a"], agreement.LoadedBy);
        Assert.Equal([why], agreement.PendingOn);
    }

    [Fact]
    public void Report_survives_its_lease()
    {
        var report = Report("a", "d1");

        var read = ReplicaReport.Of(Lease(report.ToAnnotations()))!;

        Assert.Equal((report.Replica, report.Authorities, report.RenewedAt, report.Duration), (read.Replica, read.Authorities, read.RenewedAt, read.Duration));
        Assert.Equal(report.Rules, read.Rules);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    public void Lease_with_a_broken_report_says_nothing(string rules) => Assert.Null(ReplicaReport.Of(Lease(new Dictionary<string, string>
    {
        [ReplicaReport.AuthoritiesAnnotation] = "",
        [ReplicaReport.RulesAnnotation] = rules,
    })));

    [Fact]
    public void Lease_of_something_else_is_no_report() => Assert.Null(ReplicaReport.Of(Lease(new Dictionary<string, string>())));

    private static Lease Lease(IReadOnlyDictionary<string, string> annotations) => new()
    {
        Metadata = new ObjectMeta { Name = ReplicaReport.LeasePrefix + "a", Annotations = annotations },
        Spec = new LeaseSpec { HolderIdentity = "a", RenewTime = Wall, LeaseDurationSeconds = 40 },
    };

    private static ReplicaReport Report(string replica, string? digest, int age = 0)
    {
        var rules = new Dictionary<string, string> { ["other"] = "x" };
        if (digest is not null)
        {
            rules["r"] = digest;
        }

        return new ReplicaReport(replica, "PEM", rules, Wall.AddSeconds(-age), TimeSpan.FromSeconds(40));
    }
}
