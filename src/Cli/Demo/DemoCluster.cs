using System.Net;
using System.Text;
using Daytwo.Embedded;
using Daytwo.Embedded.Http;
using Daytwo.Etcd;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cli.Demo;

/// <summary>The servers of a demo, all on loopback, and the folder they live in.</summary>
internal sealed class DemoCluster : IAsyncDisposable
{
    private const int ExtraKeys = 2000;
    private readonly ScratchFolder folder = new();
    private ApiServer? api;
    private EmbeddedApi? objects;
    private EmbeddedServer? embedded;

    private DemoCluster()
    {
    }

    public EtcdCluster Etcd { get; private set; } = null!;

    public DemoStore Store { get; private set; } = null!;

    /// <summary>The path of an administrator's kubeconfig.</summary>
    public string Kubeconfig { get; private set; } = "";

    public string Folder => folder.Path;

    public static async Task<DemoCluster> Start(DemoPrograms programs, TimeProvider time, CancellationToken ct)
    {
        var cluster = new DemoCluster();
        try
        {
            cluster.Etcd = await EtcdCluster.Start(programs.Etcd, cluster.Folder, 1, time, ct);
            await cluster.StartApi(programs, time, ct);
            cluster.Store = await DemoStore.Start(programs, cluster.Folder, time, ct);
            await cluster.FillEtcd(ct);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a file into the demo's folder, for the user alone to look at and change.</summary>
    public async Task<string> Write(string name, string text, CancellationToken ct)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync(path, text, ct);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return path;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new IAsyncDisposable?[] { Store, embedded, api, Etcd })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        objects?.Dispose();
        folder.Dispose();
    }

    private async Task StartApi(DemoPrograms programs, TimeProvider time, CancellationToken ct)
    {
        if (programs.ApiServer is { } program)
        {
            api = await ApiServer.Start(program, Etcd, Folder, time, ct);
            Kubeconfig = api.Kubeconfig;
            return;
        }

        Kubeconfig = Path.Combine(Folder, "admin.kubeconfig");
        objects = new EmbeddedApi(new EmbeddedApiOptions { Clock = time });
        embedded = await EmbeddedServer.Start(objects, new EmbeddedServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), KubeconfigFile = Kubeconfig, Clock = time }, ct);
    }

    /// <summary>Something to back up besides what the apiserver writes.</summary>
    private async Task FillEtcd(CancellationToken ct)
    {
        using var tls = EtcdTls.FromFiles(Etcd.AuthorityFile, Etcd.Client.Certificate, Etcd.Client.Key);
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [.. Etcd.Endpoints.Select(e => new Uri(e))], Tls = tls });
        for (var i = 0; i < ExtraKeys; i++)
        {
            await client.Put(Encoding.ASCII.GetBytes($"/demo/{i:D6}"), Encoding.ASCII.GetBytes($"value {i} of the demo"), ct);
        }
    }
}
