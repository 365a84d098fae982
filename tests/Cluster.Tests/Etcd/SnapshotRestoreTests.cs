using System.Text;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

public sealed class SnapshotRestoreTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Snapshot_restored_by_etcdutl_serves_every_key()
    {
        using var folder = new ScratchFolder();
        var file = Path.Combine(folder.Path, "snapshot.db");
        var before = await Take(folder, file);
        var data = Path.Combine(folder.Path, "restored");
        var (code, output) = await EtcdTools.Utl("snapshot", "restore", file, "--data-dir", data, "--name", "restored",
            "--initial-cluster", "restored=http://127.0.0.1:2380", "--initial-advertise-peer-urls", "http://127.0.0.1:2380");
        Assert.True(code == 0, output);

        var ports = FreePort.Take(2);
        var address = $"http://127.0.0.1:{ports[0]}";
        await using var restored = ChildProcess.Start(Programs.Require("etcd").Path,
        [
            "--name=restored", $"--data-dir={data}", "--log-level=warn", $"--listen-client-urls={address}", $"--advertise-client-urls={address}",
            $"--listen-peer-urls=http://127.0.0.1:{ports[1]}",
        ], data + ".log");
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [new Uri(address)] });
        await Eventually.True(async () => (await client.Status(new Uri(address), Ct)).Leader != 0);

        Assert.Equal(before, await Everything(client));
    }

    private static async Task<List<string>> Take(ScratchFolder folder, string file)
    {
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct);
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);
        var workload = new RandomWorkload(cluster, client, 6);
        for (var round = 0; round < 4; round++)
        {
            await workload.Round(Ct);
        }

        await using var snapshot = await client.Snapshot(client.Endpoints.First(), Ct);
        await using var to = File.Create(file);
        await snapshot.AsStream().CopyToAsync(to, Ct);
        return await Everything(client);
    }

    private static async Task<List<string>> Everything(EtcdClient client) =>
        [.. (await client.Range(RangeRequest.All, Ct)).KeyValues.Select(k =>
            $"{Encoding.UTF8.GetString(k.Key.Span)} {k.CreateRevision} {k.ModRevision} {k.Version} {Convert.ToHexString(k.Value.Span)}")];
}
