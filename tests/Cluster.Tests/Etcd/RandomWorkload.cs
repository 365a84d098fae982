using System.Globalization;
using System.Text;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Etcd;

/// <summary>Changes a database in the ways that leave different files behind. The seed decides everything.</summary>
internal sealed class RandomWorkload(EtcdCluster cluster, EtcdClient client, int seed)
{
    private readonly Random _random = new(seed);
    private int _users;

    public async Task Round(CancellationToken ct)
    {
        for (var i = _random.Next(5, 150); i > 0; i--)
        {
            await Change(ct);
        }

        switch (_random.Next(6))
        {
            case 0: await Compact(physical: true, ct); break;
            case 1: await Compact(physical: false, ct); break;
            case 2: await EtcdTools.Ctl(cluster, "defrag"); break;
            case 3: await Lease(); break;
            case 4: await EtcdTools.Ctl(cluster, "user", "add", $"user-{_users++}:secret"); break;
            default: await client.Put(Key(), new byte[_random.Next(1 << 20)], ct); break;
        }
    }

    private async Task Change(CancellationToken ct)
    {
        switch (_random.Next(10))
        {
            case < 6: await client.Put(Key(), Value(), ct); break;
            case < 8: await client.Delete(Key(), default, ct); break;
            case 8: await client.Delete(Key(), Key(), ct); break;
            default: await client.Transact(new Transaction { Then = [.. Operations()] }, ct); break;
        }
    }

    private IEnumerable<Operation> Operations() => Enumerable.Range(0, _random.Next(1, 20)).Select(i =>
    {
        var key = Encoding.UTF8.GetBytes($"/registry/pods/{i:d4}");
        return _random.Next(3) == 0 ? Operation.Delete(key) : Operation.Put(key, Value());
    });

    private async Task Compact(bool physical, CancellationToken ct)
    {
        var now = (await client.Range(new RangeRequest("x"u8.ToArray()), ct)).Revision;
        if (now > 10)
        {
            await EtcdCompaction.Try(client, _random.NextInt64(now - 10, now), physical, ct);
        }
    }

    private async Task Lease()
    {
        var granted = await EtcdTools.Ctl(cluster, "lease", "grant", "1000");
        await EtcdTools.Ctl(cluster, "put", "--lease=" + granted.Split(' ')[1], $"/leased/{_random.Next(10)}", "value");
    }

    private byte[] Key() => Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/registry/pods/{_random.Next(60):d4}"));

    private byte[] Value()
    {
        var value = new byte[_random.Next(20) == 0 ? _random.Next(30_000) : _random.Next(300)];
        _random.NextBytes(value);
        return value;
    }
}
