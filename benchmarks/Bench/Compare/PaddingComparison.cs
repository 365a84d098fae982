using System.Text;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.Etcd.Tls;

namespace Daytwo.Bench.Compare;

/// <summary>The same with data that compresses to nearly nothing, where the wire and not gzip decides.</summary>
internal sealed class PaddingComparison : IComparison
{
    private const int Objects = 125_000;
    private const int Bytes = 8_000;

    /// <summary>A megabyte, below etcd's limit for a request.</summary>
    private const int ObjectsPerTransaction = 125;

    public static string Name => "snapshot-padding";

    public static string Description => "1 GB of one letter: etcd to S3, gzip 1, hashed: time";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        await using var servers = await SnapshotServers.Start(setting, ct);
        setting.Say("snapshot-padding: filling 1 GB …");
        await Fill(servers, ct);
        var (ours, twin) = await servers.Compare(ct);
        return [new("snapshot-padding.time", "s", [.. ours.Select(u => u.WallSeconds)], [.. twin.Select(u => u.WallSeconds)], 1.2)];
    }

    private static async Task Fill(SnapshotServers servers, CancellationToken ct)
    {
        var etcd = servers.Etcd;
        using var tls = EtcdTls.FromFiles(etcd.AuthorityFile, etcd.Client.Certificate, etcd.Client.Key);
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [.. etcd.Endpoints.Select(e => new Uri(e))], Tls = tls });
        var padding = Enumerable.Repeat((byte)'x', Bytes).ToArray();
        for (var first = 0; first < Objects; first += ObjectsPerTransaction)
        {
            var puts = Enumerable.Range(first, ObjectsPerTransaction).Select(i => Operation.Put(Encoding.ASCII.GetBytes($"/padding/{i:D8}"), padding));
            await client.Transact(new Transaction { Then = [.. puts] }, ct);
        }
    }
}
