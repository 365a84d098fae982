using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Membership;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

public sealed class MemberChoiceTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("etcd-v3.5")]
    public async Task Follower_is_chosen_then_the_other_when_it_is_down_then_nobody_without_quorum(string? release)
    {
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd", release), folder.Path, 3, TimeProvider.System, Ct);
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);

        var first = MemberChoice.From(await client.View(Ct));
        Assert.False(first.Status!.IsLeader);
        Assert.Contains(RejectionCause.Leader, first.Rejected.Select(r => r.Cause));

        await Member(cluster, first).Kill();
        var second = MemberChoice.From(await client.View(Ct));
        Assert.NotEqual(first.Endpoint, second.Endpoint);
        Assert.Contains(second.Rejected, r => r.Name == first.Member!.Name && r.Cause == RejectionCause.Unreachable && r.Text.Contains("refused", StringComparison.Ordinal));
        await using (var snapshot = await client.Snapshot(second.Endpoint!, Ct))
        {
            await snapshot.AsStream().CopyToAsync(Stream.Null, Ct);
        }

        await cluster.Members.Single(m => m.Name == second.Rejected.Single(r => r.Cause == RejectionCause.Leader).Name).Kill();
        await Eventually.True(async () => MemberChoice.From(await client.View(Ct)).Endpoint is null);
        Assert.Contains("sees no leader", MemberChoice.From(await client.View(Ct)).Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learner_is_refused_though_it_is_healthy()
    {
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct);
        var (url, process) = await Learner.Start(cluster, folder.Path);
        await using var learner = process;
        using var tls = EtcdTools.Tls(cluster);
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [new Uri(url), .. cluster.Endpoints.Select(e => new Uri(e))], Tls = tls });
        await Eventually.True(async () => (await client.View(Ct)).Endpoints.All(e => e.Status is { Leader: not 0 }));

        var choice = MemberChoice.From(await client.View(Ct));
        Assert.Equal(new Uri(cluster.Endpoints[0]), choice.Endpoint);
        Assert.Equal(RejectionCause.Learner, Assert.Single(choice.Rejected).Cause);
        Assert.Equal(EtcdFailure.Learner, (await Assert.ThrowsAsync<EtcdException>(async () => await client.HashKv(new Uri(url), 0, Ct))).Failure);
    }

    [Fact]
    public async Task Member_without_space_is_chosen_when_there_is_no_other_and_named_until_the_alarm_is_ended()
    {
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(
            Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct, "--quota-backend-bytes=2000000");
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);
        var full = await Assert.ThrowsAsync<EtcdException>(async () =>
        {
            // The size counts once a batch is committed, every 100 ms.
            for (var i = 0; i < 1000; i++)
            {
                await client.Put(BitConverter.GetBytes(i), new byte[200_000], Ct);
            }
        });
        Assert.Equal((EtcdFailure.NoSpace, false), (full.Failure, full.Retryable));

        var choice = MemberChoice.From(await client.View(Ct));
        Assert.NotNull(choice.Endpoint);
        Assert.Equal([cluster.Members[0].Name], choice.OutOfSpace);
        var alarm = Assert.Single(await client.Alarms(Ct));
        Assert.Equal(AlarmType.NoSpace, alarm.Type);

        await client.Disarm(alarm, Ct);
        Assert.Empty(await client.Alarms(Ct));
        Assert.Empty(MemberChoice.From(await client.View(Ct)).OutOfSpace);
    }

    [Fact]
    public async Task Transaction_writes_by_its_condition()
    {
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct);
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);
        var key = "k"u8.ToArray();
        var create = new Transaction { If = [new Comparison(key, 0)], Then = [Operation.Put(key, "1"u8.ToArray())], Else = [Operation.Delete(key)] };

        Assert.True((await client.Transact(create, Ct)).Succeeded);
        Assert.Equal(1, (await client.Range(new RangeRequest(key), Ct)).Count);
        Assert.False((await client.Transact(create, Ct)).Succeeded);
        Assert.Equal(0, (await client.Range(new RangeRequest(key), Ct)).Count);
    }

    private static EtcdMember Member(EtcdCluster cluster, MemberChoice choice) => cluster.Members.Single(m => m.Name == choice.Member!.Name);
}
