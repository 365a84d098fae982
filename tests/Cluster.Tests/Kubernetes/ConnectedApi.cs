using Daytwo.Cluster.Tests.Support;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Json;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cluster.Tests.Kubernetes;

/// <summary>A client of the shared apiserver and a namespace of its own.</summary>
internal sealed class ConnectedApi : IDisposable
{
    private readonly HttpApiTransport _transport;

    private ConnectedApi(HttpApiTransport transport, string ns) => (_transport, Namespace, Client) = (transport, ns, new KubernetesClient(transport));

    public KubernetesClient Client { get; }

    public string Namespace { get; }

    public static async Task<ConnectedApi> Open(ControlPlane plane, string ns, CancellationToken ct)
    {
        var server = await plane.Api(ct);
        var api = new ConnectedApi(new HttpApiTransport(Connection(server.Kubeconfig), TimeProvider.System), ns);
        var made = await api.Client.Create(Daytwo.Kubernetes.Kinds.Namespace.Resource, null, new NamespaceWrite(new ObjectMetaWrite { Name = ns }), KubernetesJson.Default.NamespaceWrite, ct);
        made.Required();
        return api;
    }

    public static ClusterConnection Connection(string kubeconfig) =>
        ConnectionLoader.Load(new ConnectionRequest { KubeconfigPath = kubeconfig }, Surroundings.OfProcess, TimeProvider.System);

    public static ConfigMapWrite Map(string name, string value, string? uid = null, string? version = null) =>
        new(new ObjectMetaWrite { Name = name, Uid = uid, ResourceVersion = version, Labels = new Dictionary<string, string> { ["app"] = name } },
            new Dictionary<string, string> { ["value"] = value });

    public async Task<ConfigMap> Make(string name, string value, CancellationToken ct) =>
        (await Client.Create(ConfigMap.Resource, Namespace, Map(name, value), KubernetesJson.Default.ConfigMapWrite, ct)).Required();

    public void Dispose() => _transport.Dispose();
}
