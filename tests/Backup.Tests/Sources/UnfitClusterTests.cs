using Daytwo.Backup.Sources;
using Daytwo.Etcd;
using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Membership;

namespace Daytwo.Backup.Tests.Sources;

public sealed class UnfitClusterTests
{
    [Fact]
    public void Endpoints_that_do_not_answer_are_unreachable()
    {
        var told = Describe(Silent("a", EtcdFailure.Unreachable, "connection refused"), Silent("b", EtcdFailure.Timeout, "no answer within 10 s"));

        Assert.Equal(BackupFailure.SourceUnreachable, told.Failure);
        Assert.Equal(
            "No etcd endpoint answers: https://a does not answer: connection refused; https://b does not answer: no answer within 10 s. Check endpoints, network and firewall.",
            told.Message);
    }

    [Theory]
    [InlineData(EtcdFailure.ClientCertificateRefused, "https://a refuses us: why", "Give a client certificate")]
    [InlineData(EtcdFailure.ServerCertificateUntrusted, "https://a is not trusted: why", "Give the authority")]
    [InlineData(EtcdFailure.PermissionDenied, "https://a refuses us: why", "role root")]
    public void Refused_certificate_is_told_with_what_to_give(EtcdFailure failure, string what, string remedy)
    {
        var told = Describe(Silent("a", failure, "why"), Silent("b", EtcdFailure.Unreachable, "connection refused"));

        Assert.Equal(BackupFailure.SourceDenied, told.Failure);
        Assert.Contains(what, told.Message, StringComparison.Ordinal);
        Assert.Contains("https://b does not answer", told.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_remedy_is_given_once()
    {
        var told = Describe(Silent("a", EtcdFailure.ClientCertificateRefused, "why"), Silent("b", EtcdFailure.ClientCertificateRefused, "why"));

        Assert.Equal(2, told.Message.Split("Give a client certificate").Length);
    }

    [Fact]
    public void Members_that_answer_and_are_not_fit_are_named()
    {
        var told = Describe(new EndpointReport(new Uri("https://a"), new MemberStatus { MemberId = 1, ClusterId = 1 }, null));

        Assert.Equal(BackupFailure.SourceUnfit, told.Failure);
        Assert.Contains("no quorum", told.Message, StringComparison.Ordinal);
    }

    private static SnapshotSourceException Describe(params EndpointReport[] reports)
    {
        var members = reports.Any(r => r.Status is not null) ? new MemberList(1, [new Member(1, "one", [], ["https://a"], IsLearner: false)]) : null;
        var view = new ClusterView(members, null, reports);
        return UnfitCluster.Describe(view, MemberChoice.From(view));
    }

    private static EndpointReport Silent(string host, EtcdFailure failure, string fault) => new(new Uri("https://" + host), null, fault, failure);
}
