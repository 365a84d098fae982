using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

[assembly: AssemblyFixture(typeof(ControlPlane))]

namespace Daytwo.Cluster.Tests.Support;

/// <summary>
/// One etcd, kube-apiserver and S3 server for every test that does not break them; each starts when first asked for.
/// Tests that kill or damage a server start their own.
/// </summary>
public sealed class ControlPlane : IAsyncLifetime
{
    private readonly ScratchFolder folder = new();
    private readonly SemaphoreSlim gate = new(1, 1);
    private EtcdCluster? etcd;
    private ApiServer? api;
    private S3Server? s3;

    /// <summary>A private folder that outlives the tests, and no longer.</summary>
    public string Folder => folder.Path;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public Task<EtcdCluster> Etcd(CancellationToken ct) =>
        Once(() => etcd, async () => etcd = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, ct), ct);

    public async Task<ApiServer> Api(CancellationToken ct)
    {
        var program = Programs.Require("kube-apiserver");
        var store = await Etcd(ct);
        return await Once(() => api, async () => api = await ApiServer.Start(program, store, folder.Path, TimeProvider.System, ct), ct);
    }

    public Task<S3Server> S3(CancellationToken ct) =>
        Once(() => s3, async () => s3 = await S3Server.Start(Programs.RequireS3(), folder.Path, TimeProvider.System, ct), ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new IAsyncDisposable?[] { s3, api, etcd })
        {
            if (server is not null)
            {
                await server.DisposeAsync();
            }
        }

        folder.Dispose();
        gate.Dispose();
    }

    private async Task<T> Once<T>(Func<T?> existing, Func<Task<T>> start, CancellationToken ct) where T : class
    {
        await gate.WaitAsync(ct);
        try
        {
            return existing() ?? await start();
        }
        finally
        {
            gate.Release();
        }
    }
}
