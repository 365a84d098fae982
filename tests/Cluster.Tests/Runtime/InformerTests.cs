using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class InformerTests(ControlPlane plane)
{
    [Fact]
    public async Task Informer_follows_a_real_apiserver()
    {
        var ct = TestContext.Current.CancellationToken;
        using var api = await ConnectedApi.Open(plane, "runtime-informer", ct);
        var first = await api.Make("before", "1", ct);
        var informer = new Informer<ConfigMap>(api.Client, ConfigMap.Resource, RealServices.Create(), new InformerOptions { Namespace = api.Namespace });
        using var stop = new CancellationTokenSource();
        var running = informer.Run(stop.Token);
        await informer.WaitForSync(ct).WaitAsync(Eventually.Limit, ct);
        Assert.NotNull(informer.Store.Get(Key(api, "before")));
        var made = await api.Make("after", "2", ct);
        var seen = new TaskCompletionSource();
        informer.Visibility.WhenSeen(made.Metadata.ResourceVersion, seen.SetResult);
        await seen.Task.WaitAsync(Eventually.Limit, ct);
        Assert.NotNull(informer.Store.Get(Key(api, "after")));
        var gone = new TaskCompletionSource();
        (await api.Client.Delete(ConfigMap.Resource.Type, api.Namespace, "before", new Precondition(first.Metadata.Uid), ct)).Required();
        informer.WhenDeletionSeen(Key(api, "before"), first.Metadata.Uid, gone.SetResult);
        await gone.Task.WaitAsync(Eventually.Limit, ct);
        Assert.Null(informer.Store.Get(Key(api, "before")));
        await stop.CancelAsync();
        await running.WaitAsync(Eventually.Limit, ct);
    }

    private static ObjectKey Key(ConnectedApi api, string name) => new(api.Namespace, name);
}
