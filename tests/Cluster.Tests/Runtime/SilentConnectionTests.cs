using System.Diagnostics;
using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class SilentConnectionTests(ControlPlane plane)
{
    private static readonly HttpTransportOptions QuickPings = new() { PingDelay = TimeSpan.FromSeconds(1), PingTimeout = TimeSpan.FromSeconds(2) };

    /// <summary>Both times of a ping, the pause before the next try, and a busy machine.</summary>
    private static readonly TimeSpan Noticed = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task Watch_that_falls_silent_is_noticed_by_pings_and_begun_anew()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "silent-connection", ct);
        var server = await plane.Api(ct);
        await using var hole = new StallingProxy(new Uri(server.Url), bytes: long.MaxValue);
        using var folder = new ScratchFolder();
        var kubeconfig = Path.Combine(folder.Path, "kubeconfig");
        await File.WriteAllTextAsync(kubeconfig, (await File.ReadAllTextAsync(server.Kubeconfig, ct)).Replace(server.Url, hole.Url, StringComparison.Ordinal), ct);
        using var transport = new HttpApiTransport(ConnectedApi.Connection(kubeconfig), TimeProvider.System, QuickPings);
        var informer = new Informer<ConfigMap>(new KubernetesClient(transport), ConfigMap.Resource, RealServices.Create(), new InformerOptions { Namespace = api.Namespace });
        using var stop = new CancellationTokenSource();
        var running = informer.Run(stop.Token);
        await informer.WaitForSync(ct).WaitAsync(Eventually.Limit, ct);

        hole.Stall();
        await api.Make("unseen", "1", ct);
        await hole.Stalled.WaitAsync(Eventually.Limit, ct);
        Assert.Null(informer.Store.Get(new ObjectKey(api.Namespace, "unseen")));
        hole.Heal();
        var clock = Stopwatch.StartNew();
        await Eventually.True(() => informer.Store.Get(new ObjectKey(api.Namespace, "unseen")) is not null, "the watch was begun anew");

        Assert.True(clock.Elapsed < Noticed, $"took {clock.Elapsed}");
        await stop.CancelAsync();
        await running.WaitAsync(Eventually.Limit, ct);
    }
}
