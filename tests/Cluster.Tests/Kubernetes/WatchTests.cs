using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>Watching a real apiserver.</summary>
public sealed class WatchTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Watch_list_gives_the_state_a_bookmark_and_then_changes()
    {
        using var api = await ConnectedApi.Open(plane, "watch-list", Ct);
        await api.Make("a", "1", Ct);
        await api.Make("b", "1", Ct);
        var request = new WatchRequest { Namespace = api.Namespace, SendInitialEvents = true };
        await using var events = api.Client.Watch(ConfigMap.Resource, request, Ct).GetAsyncEnumerator(Ct);

        var initial = new List<WatchEvent<ConfigMap>>();
        do
        {
            Assert.True(await events.MoveNextAsync());
            initial.Add(events.Current);
        }
        while (!events.Current.InitialEventsEnd);

        Assert.Equal(["a", "b"], initial.Where(e => e.Type == WatchEventType.Added).Select(e => e.Object!.Metadata.Name).Order());
        Assert.NotEqual("", initial[^1].ResourceVersion);

        (await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "a", null, Ct)).Required();
        await api.Make("c", "1", Ct);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((WatchEventType.Deleted, "a"), (events.Current.Type, events.Current.Object!.Metadata.Name));
        Assert.True(await events.MoveNextAsync());
        Assert.Equal((WatchEventType.Added, "c"), (events.Current.Type, events.Current.Object!.Metadata.Name));
        Assert.True(ResourceVersion.Compare(events.Current.ResourceVersion, initial[^1].ResourceVersion) > 0);
    }

    [Fact]
    public async Task Watch_from_before_the_servers_memory_is_Expired()
    {
        using var api = await ConnectedApi.Open(plane, "watch-expired", Ct);
        var early = (await api.Make("a", "1", Ct)).Metadata.ResourceVersion;
        await api.Make("b", "1", Ct);
        await using var young = await ApiServer.Start(
            Programs.Require("kube-apiserver"), await plane.Etcd(Ct), plane.Folder, TimeProvider.System, Ct, sibling: await plane.Api(Ct));
        using var transport = new HttpApiTransport(ConnectedApi.Connection(young.Kubeconfig), TimeProvider.System);
        var events = new List<WatchEvent<ConfigMap>>();
        await foreach (var e in new KubernetesClient(transport).Watch(ConfigMap.Resource, new WatchRequest { ResourceVersion = early, Timeout = TimeSpan.FromSeconds(20) }, Ct))
        {
            events.Add(e);
        }

        Assert.Equal((WatchEventType.Error, ApiErrorKind.Expired), (events[^1].Type, events[^1].Error!.Kind));
    }

    [Fact]
    public async Task Watch_with_a_timeout_ends_by_itself()
    {
        using var api = await ConnectedApi.Open(plane, "watch-timeout", Ct);
        var request = new WatchRequest { Namespace = api.Namespace, SendInitialEvents = true, Timeout = TimeSpan.FromSeconds(1) };
        var count = 0;
        await foreach (var e in api.Client.Watch(ConfigMap.Resource, request, Ct))
        {
            count++;
            Assert.NotEqual(WatchEventType.Error, e.Type);
        }

        Assert.True(count > 0);
    }

    [Fact]
    public async Task Watch_cancelled_by_its_reader_ends_at_once()
    {
        using var api = await ConnectedApi.Open(plane, "watch-cancelled", Ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var e in api.Client.Watch(ConfigMap.Resource, new WatchRequest { Namespace = api.Namespace, SendInitialEvents = true }, stop.Token))
            {
                if (e.InitialEventsEnd)
                {
                    await stop.CancelAsync();
                }
            }
        });
    }
}
