using System.Text;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Backup;

/// <summary>An etcd with 40 MB that do not compress, so that a backup takes several parts.</summary>
public sealed class FilledEtcd : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private EtcdCluster? etcd;

    /// <summary>The cluster; a test that asks for it where there is no etcd is skipped.</summary>
    public EtcdCluster Cluster
    {
        get
        {
            Programs.Require("etcd");
            return etcd!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (Programs.Catalog.Find("etcd") is not { } program)
        {
            return;
        }

        var ct = TestContext.Current.CancellationToken;
        etcd = await EtcdCluster.Start(program, folder.Path, 1, TimeProvider.System, ct);
        using var client = Connect();
        var value = new byte[1024 * 1024];
        for (var i = 0; i < 40; i++)
        {
            new Random(i).NextBytes(value);
            await client.Put(Encoding.UTF8.GetBytes($"/key/{i}"), value, ct);
        }
    }

    public EtcdClient Connect() => new(new EtcdClientOptions
    {
        Endpoints = [.. Cluster.Endpoints.Select(e => new Uri(e))],
        Tls = EtcdTls.FromPem(File.ReadAllText(Cluster.AuthorityFile), File.ReadAllText(Cluster.Client.Certificate), File.ReadAllText(Cluster.Client.Key)),
    });

    public async ValueTask DisposeAsync()
    {
        if (etcd is not null)
        {
            await etcd.DisposeAsync();
        }

        folder.Dispose();
    }
}
