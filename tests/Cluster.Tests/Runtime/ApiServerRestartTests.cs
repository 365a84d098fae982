using Daytwo.Cluster.Tests.Kubernetes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Cluster.Tests.Runtime;

public sealed class ApiServerRestartTests
{
    [Fact]
    public async Task Informer_finds_what_changed_while_its_apiserver_was_dead()
    {
        var ct = TestContext.Current.CancellationToken;
        using var folder = new ScratchFolder();
        var program = Programs.Require("kube-apiserver");
        await using var etcd = await EtcdCluster.Start(Programs.Require("etcd"), folder.Path, 1, TimeProvider.System, ct);
        await using var killed = await ApiServer.Start(program, etcd, folder.Path, TimeProvider.System, ct);
        await using var sibling = await ApiServer.Start(program, etcd, folder.Path, TimeProvider.System, ct, killed);
        using var transport = new HttpApiTransport(ConnectedApi.Connection(killed.Kubeconfig), TimeProvider.System);
        using var other = new HttpApiTransport(ConnectedApi.Connection(sibling.Kubeconfig), TimeProvider.System);
        var client = new KubernetesClient(other);
        await Make(client, "before", ct);
        var informer = new Informer<ConfigMap>(new KubernetesClient(transport), ConfigMap.Resource, RealServices.Create(), new InformerOptions { Namespace = "default" });
        using var stop = new CancellationTokenSource();
        var running = informer.Run(stop.Token);
        await informer.WaitForSync(ct).WaitAsync(Eventually.Limit, ct);

        await killed.Kill();
        (await client.Delete(ConfigMap.Resource.Type, "default", "before", null, ct)).Required();
        await Make(client, "meanwhile", ct);
        await killed.Restart(ct);

        await Eventually.True(() => Known("meanwhile") && !Known("before"), "both changes seen after the restart");
        await stop.CancelAsync();
        await running.WaitAsync(Eventually.Limit, ct);

        bool Known(string name) => informer.Store.Get(new ObjectKey("default", name)) is not null;
    }

    private static async Task Make(KubernetesClient client, string name, CancellationToken ct) =>
        (await client.Create(ConfigMap.Resource, "default", ConnectedApi.Map(name, "x"), KubernetesJson.Default.ConfigMapWrite, ct)).Required();
}
