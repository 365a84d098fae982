using System.Text.Json;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Inspection;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

/// <summary>Snapshots of real databases: ours and etcdutl tell the same, on every file.</summary>
public sealed class SnapshotStatusTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, 1, 12)]
    [InlineData(null, 2, 12)]
    [InlineData("etcd-v3.5", 3, 12)]
    public async Task Status_of_random_databases_equals_that_of_etcdutl(string? release, int seed, int rounds)
    {
        Programs.Require("etcdutl");
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd", release), folder.Path, 1, TimeProvider.System, Ct);
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);
        var workload = new RandomWorkload(cluster, client, seed);
        for (var round = 0; round < rounds; round++)
        {
            var file = Path.Combine(folder.Path, $"snapshot-{round}.db");
            await SaveAndCompare(client, file, release is null ? "3.6.0" : "");
            await workload.Round(Ct);
        }
    }

    [Fact]
    public async Task Status_of_damaged_files_is_never_told_where_etcdutl_tells_another()
    {
        using var folder = new ScratchFolder();
        await using var cluster = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, Ct);
        using var tls = EtcdTools.Tls(cluster);
        using var client = EtcdTools.Client(cluster, tls);
        await new RandomWorkload(cluster, client, 4).Round(Ct);
        var sound = Path.Combine(folder.Path, "sound.db");
        await SaveAndCompare(client, sound, "3.6.0");
        var bytes = await File.ReadAllBytesAsync(sound, Ct);
        var random = new Random(5);
        var damaged = Path.Combine(folder.Path, "damaged.db");
        var told = 0;
        for (var i = 0; i < 60; i++)
        {
            // Mostly where the structure is: the first bytes of a page.
            var at = (random.Next(bytes.Length / 4096) * 4096) + random.Next(i % 2 == 0 ? 80 : 4096);
            await File.WriteAllBytesAsync(damaged, [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]], Ct);
            if (TryInspect(damaged) is { } status)
            {
                told++;
                Assert.Equal(await Utl(damaged), status);
            }
        }

        Assert.InRange(told, 1, 60);
    }

    private static async Task SaveAndCompare(EtcdClient client, string file, string version)
    {
        var endpoint = client.Endpoints.First();
        var live = await client.HashKv(endpoint, 0, Ct);
        await using var snapshot = await client.Snapshot(endpoint, Ct);
        await using (var to = File.Create(file))
        {
            await snapshot.AsStream().CopyToAsync(to, Ct);
        }

        using var source = new FilePageSource(file);
        var inspection = SnapshotFile.Inspect(source, Ct);
        Assert.Equal(await Utl(file), inspection.Status);
        Assert.Equal(snapshot.Revision, inspection.Status.Revision);
        Assert.Equal((version, version), (snapshot.StorageVersion, inspection.Status.Version));
        Assert.Equal(snapshot.Digests, SnapshotFile.CheckDigest(source, Ct));
        Assert.Equal(live, SnapshotFile.HashKv(source, live.Revision, Ct));
        Assert.Equal(source.Length, snapshot.FileBytes);
    }

    private static SnapshotStatus? TryInspect(string file)
    {
        try
        {
            return SnapshotFile.Inspect(file, Ct).Status;
        }
        catch (Daytwo.Etcd.Snapshots.SnapshotDamagedException)
        {
            return null;
        }
    }

    private static async Task<SnapshotStatus> Utl(string file)
    {
        var (code, output) = await EtcdTools.Utl("snapshot", "status", file, "-w", "json");
        Assert.True(code == 0, output);
        using var json = JsonDocument.Parse(output);
        var root = json.RootElement;
        return new SnapshotStatus(root.GetProperty("hash").GetUInt32(), root.GetProperty("revision").GetInt64(), root.GetProperty("totalKey").GetInt32(),
            root.GetProperty("totalSize").GetInt64(), root.GetProperty("version").GetString()!);
    }
}
