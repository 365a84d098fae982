using System.Diagnostics;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster.Pki;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>An etcd that is away, refuses us, falls silent or sends other bytes than it has.</summary>
[Collection(SourceFaultCollection.Name)]
public sealed class SourceFaultTests(FaultScene faults) : IAsyncLifetime
{
    /// <summary>A connection without a byte for 15 s is pinged and given up after 15 s more.</summary>
    private static readonly TimeSpan SilenceLimit = TimeSpan.FromSeconds(30);

    private readonly Scene scene = faults.Scene;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Member_that_is_down_is_passed_over_and_all_down_is_told()
    {
        await using var patient = await Patient.Start(scene, "etcd-down", members: 3);
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await patient.Etcd.Members[0].Kill();
        await scene.Backup("one-down", urls: patient.Urls, client: patient.Secret);
        await faults.Heals("one-down");
        Assert.Equal("1", await scene.Get("etcdbackup/one-down", "{.status.lastRun.attempts}"));

        await patient.Etcd.Members[1].Kill();
        await scene.Backup("no-quorum", urls: patient.Urls, client: patient.Secret);
        await patient.Etcd.Members[2].Kill();
        await scene.Backup("all-down", urls: patient.Urls, client: patient.Secret);
        await faults.Fails("all-down", "EtcdUnreachable", patient.Etcd.Endpoints[0], patient.Etcd.Endpoints[2], "Check endpoints, network and firewall");

        await Task.WhenAll(patient.Etcd.Members.Select(m => m.Restart(Ct)));
        await faults.Heals("all-down");
        await faults.Heals("no-quorum");
    }

    [Fact]
    public async Task Client_certificate_that_every_member_refuses_is_told_and_the_right_one_heals()
    {
        using var stranger = new LocalAuthority(scene.Folder, "stranger-ca", TimeProvider.System);
        await scene.ClientSecret("etcd-stranger", scene.Etcd.AuthorityFile, stranger.Issue("stranger", "CN=stranger"));
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("stranger", client: "etcd-stranger");
        await faults.Fails("stranger", "CertificateRejected", scene.Etcd.Endpoints[0], scene.Etcd.Endpoints[2], "Give a client certificate");

        await scene.ClientSecret("etcd-stranger", scene.Etcd.AuthorityFile, scene.Etcd.Client);
        await faults.Heals("stranger");
    }

    [Fact]
    public async Task Byte_changed_between_etcd_and_us_is_found_and_nothing_stored()
    {
        var serving = new KeyPairFiles(Path.Combine(scene.Folder, "etcd-server.crt"), Path.Combine(scene.Folder, "etcd-server.key"));
        await using var proxy = await FaultProxy.Start(scene.Etcd.Endpoints[0], scene.Etcd.AuthorityFile, serving, Ct, scene.Etcd.Client);
        proxy.Disturb = request => request.Path.Value!.EndsWith("/Snapshot", StringComparison.Ordinal) ? new Fault.FlipReceived(Position: 5_000_000) : null;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("changed-by-the-network", urls: proxy.Url);
        await faults.Fails("changed-by-the-network", "SnapshotCorrupt", proxy.Url, "Nothing was stored", "check that member");
        Assert.Empty(scene.Objects("changed-by-the-network"));

        proxy.Heal();
        await faults.Heals("changed-by-the-network");
    }

    [Fact]
    public async Task Connection_that_falls_silent_in_a_snapshot_is_given_up_in_time()
    {
        await using var patient = await Patient.Start(scene, "etcd-silent", members: 1);
        await patient.Fill(8);
        await using var hole = new StallingProxy(new Uri(patient.Etcd.Endpoints[0]), bytes: 4_000_000);
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("silent", urls: hole.Url, client: patient.Secret);
        await hole.Stalled.WaitAsync(TimeSpan.FromSeconds(60), Ct);
        var clock = Stopwatch.StartNew();
        await faults.Fails("silent", "EtcdInterrupted", "The snapshot broke off", hole.Url);
        Assert.InRange(clock.Elapsed, TimeSpan.FromSeconds(10), SilenceLimit + TimeSpan.FromSeconds(15));

        hole.Heal();
        await faults.Heals("silent");
    }
}
