using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Membership;

namespace Daytwo.Etcd.Tests.Membership;

public sealed class MemberChoiceTests
{
    private const ulong Cluster = 77;
    private static readonly Member A = new(1, "a", [], ["https://a:2379"], IsLearner: false);
    private static readonly Member B = new(2, "b", [], ["https://b:2379"], IsLearner: false);
    private static readonly Member C = new(3, "c", [], ["https://c:2379"], IsLearner: false);

    [Fact]
    public void Follower_closest_to_the_leader_is_chosen()
    {
        var choice = Choose([A, B, C], Report(A, applied: 100), Report(B, applied: 90), Report(C, applied: 99));

        Assert.Equal(C, choice.Member);
        Assert.Equal("a is the leader; a healthy follower is preferred; b is healthy, but c is preferred", choice.Explanation);
    }

    [Fact]
    public void Leader_is_chosen_when_no_follower_is_fit()
    {
        var choice = Choose([A, B, C], Report(A), Down(B), Report(C, errors: ["memberID:3 alarm:CORRUPT "]));

        Assert.Equal(A, choice.Member);
        Assert.Equal([RejectionCause.Unreachable, RejectionCause.Corrupt], choice.Rejected.Select(r => r.Cause));
    }

    [Fact]
    public void Single_member_is_its_own_leader() => Assert.Equal(A, Choose([A], Report(A)).Member);

    [Fact]
    public void Alarm_counts_against_the_member_that_raised_it_only()
    {
        string[] everywhere = ["memberID:2 alarm:NOSPACE"];
        var choice = Choose([A, B, C], Report(A, errors: everywhere), Report(B, errors: everywhere), Report(C, errors: everywhere));

        Assert.Equal(C, choice.Member);
        Assert.Contains("b has the alarm NOSPACE", choice.Explanation, StringComparison.Ordinal);
        Assert.Equal(["b"], choice.OutOfSpace);
    }

    [Fact]
    public void Leader_with_space_is_preferred_to_followers_without()
    {
        string[] everywhere = ["memberID:2 alarm:NOSPACE", "memberID:3 alarm:NOSPACE"];
        Assert.Equal(A, Choose([A, B, C], Report(A, errors: everywhere), Report(B, errors: everywhere), Report(C, errors: everywhere)).Member);
    }

    [Fact]
    public void Member_without_space_is_chosen_when_all_are()
    {
        string[] everywhere = ["memberID:1 alarm:NOSPACE", "memberID:2 alarm:NOSPACE", "memberID:3 alarm:NOSPACE", "memberID:3 alarm:CORRUPT"];
        var choice = Choose([A, B, C], Report(A, errors: everywhere), Report(B, errors: everywhere), Report(C, errors: everywhere));

        Assert.Equal(B, choice.Member);
        Assert.Equal(["a", "b", "c"], choice.OutOfSpace);
        Assert.Equal([RejectionCause.NoSpace, RejectionCause.Corrupt], choice.Rejected.Select(r => r.Cause));
    }

    [Theory]
    [InlineData(EtcdFailure.ServerCertificateUntrusted, RejectionCause.Untrusted, "a is not trusted: why")]
    [InlineData(EtcdFailure.ClientCertificateRefused, RejectionCause.Denied, "a refuses us: why")]
    [InlineData(EtcdFailure.Timeout, RejectionCause.Unreachable, "a does not answer: why")]
    public void Endpoint_that_gives_no_status_is_rejected_for_its_cause(EtcdFailure failure, RejectionCause cause, string text)
    {
        var rejected = Assert.Single(Choose([A], new EndpointReport(new Uri(A.ClientUrls[0]), null, "why", failure)).Rejected);
        Assert.Equal((cause, text), (rejected.Cause, rejected.ToString()));
    }

    [Fact]
    public void Alarm_that_only_another_member_knows_counts() =>
        Assert.Equal(C, Choose([A, B, C], Report(A, errors: ["memberID:2  alarm:CORRUPT"]), Report(B, applied: 100), Report(C, applied: 99)).Member);

    [Fact]
    public void Learner_is_never_chosen()
    {
        var learner = C with { IsLearner = true };
        var choice = Choose([A, learner], Report(A, errors: ["memberID:1 alarm:CORRUPT"]), Report(learner) with { });

        Assert.Null(choice.Endpoint);
        Assert.Equal([RejectionCause.Corrupt, RejectionCause.Learner], choice.Rejected.Select(r => r.Cause));
    }

    [Fact]
    public void Stale_follower_is_refused_and_its_lag_told()
    {
        var choice = Choose([A, B], Report(A, applied: 5000), Report(B, applied: 3000));

        Assert.Equal(A, choice.Member);
        Assert.Equal("b is 2000 entries behind the leader, at most 1000 are allowed", choice.Explanation);
    }

    [Fact]
    public void Member_without_leader_or_with_errors_of_its_own_is_refused()
    {
        var choice = Choose([A, B], Report(A, leader: 0), Report(B, errors: ["etcdserver: something new"]));

        Assert.Null(choice.Member);
        Assert.Equal([RejectionCause.NoLeader, RejectionCause.Unhealthy], choice.Rejected.Select(r => r.Cause));
        Assert.Contains("something new", choice.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_without_endpoint_and_endpoints_without_member_are_told()
    {
        var stranger = new EndpointReport(new Uri("https://x:2379"), new MemberStatus { ClusterId = 78, MemberId = 9, Leader = 9 }, null);
        var dead = new EndpointReport(new Uri("https://y:2379"), null, "connection refused");
        var choice = Choose([A, B, new Member(4, "", [], [], IsLearner: false)], Report(A), stranger, dead);

        Assert.Equal(A, choice.Member);
        Assert.Equal(
            [RejectionCause.NoEndpoint, RejectionCause.NotStarted, RejectionCause.ForeignCluster, RejectionCause.Unreachable],
            choice.Rejected.Select(r => r.Cause));
        Assert.Equal(["b", "4", "https://x:2379", "https://y:2379"], choice.Rejected.Select(r => r.Name));
    }

    [Fact]
    public void Unknown_members_leave_no_choice_and_say_why()
    {
        var choice = MemberChoice.From(new ClusterView(null, "no leader", [Down(A), Report(B)]));

        Assert.Null(choice.Endpoint);
        Assert.Equal("https://a:2379 does not answer: connection refused; https://b:2379 no leader", choice.Explanation);
    }

    [Fact]
    public void Learner_that_tells_no_members_is_named_as_such()
    {
        var learner = Report(A) with { Status = new MemberStatus { ClusterId = Cluster, MemberId = 1, IsLearner = true } };
        Assert.Equal("https://a:2379 is a learner, not a voting member", MemberChoice.From(new ClusterView(null, "not supported for learner", [learner])).Explanation);
    }

    private static MemberChoice Choose(Member[] members, params EndpointReport[] reports) =>
        MemberChoice.From(new ClusterView(new MemberList(Cluster, members), null, reports));

    private static EndpointReport Down(Member member) => new(new Uri(member.ClientUrls[0]), null, "connection refused");

    private static EndpointReport Report(Member member, ulong applied = 100, ulong leader = 1, string[]? errors = null) =>
        new(new Uri(member.ClientUrls[0]), new MemberStatus
        {
            ClusterId = Cluster,
            MemberId = member.Id,
            Leader = leader,
            RaftAppliedIndex = applied,
            IsLearner = member.IsLearner,
            Errors = errors ?? [],
        }, null);
}
