using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Manifests;
using Daytwo.Cli.Operation;
using Daytwo.Kubernetes;
using ClusterConnection = Daytwo.Kubernetes.Configuration.ClusterConnection;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster.Programs;
using Daytwo.LocalCluster.Servers;
using Daytwo.Proof.Sandbox;

namespace Daytwo.Cli.Rules;

/// <summary>The apiservers that a comparison asks: those of a cluster, or of a control plane started for it.</summary>
internal sealed class ComparisonPlace : IAsyncDisposable
{
    private const int LocalApiServers = 2;

    private readonly List<HttpApiTransport> transports = [];

    private ComparisonPlace(LocalControlPlane? plane, IEnumerable<ClusterConnection> connections, TimeProvider time)
    {
        Plane = plane;
        Webhooks = plane is null ? null : new LocalWebhooks(plane.ApiServers[0].Kubeconfig, plane.Folder);
        var apiservers = new List<Apiserver>();
        foreach (var connection in connections)
        {
            var transport = new HttpApiTransport(connection, time);
            transports.Add(transport);
            apiservers.Add(new Apiserver(connection.Servers[0].GetLeftPart(UriPartial.Authority), new KubernetesClient(transport)));
        }

        ApiServers = apiservers;
    }

    /// <summary>Null for a cluster that was there before.</summary>
    public LocalControlPlane? Plane { get; }

    /// <summary>Null for a cluster that was there before, which has webhooks of its own or none.</summary>
    public LocalWebhooks? Webhooks { get; }

    public IReadOnlyList<Apiserver> ApiServers { get; }

    public KubernetesClient Client => ApiServers[0].Client;

    /// <param name="addresses">Its apiservers; none for the address of the connection.</param>
    public static ComparisonPlace Of(ClusterConnection connection, IReadOnlyList<string> addresses, TimeProvider time)
    {
        var servers = addresses.Select(address => Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps
            ? url
            : throw new CliException($"--apiserver: '{address}' is no address, write https://HOST:PORT", ExitCode.Usage)).ToList();
        return new ComparisonPlace(null, servers.Count == 0 ? [connection] : servers.Select(url => connection with { Servers = [url] }), time);
    }

    /// <summary>Starts a control plane and installs the kinds.</summary>
    public static async Task<ComparisonPlace> Local(Surroundings around, CancellationToken ct)
    {
        await around.Error.WriteLineAsync("starting etcd, two kube-apiservers, controller-manager, scheduler and webhooks on 127.0.0.1 …");
        var plane = await LocalControlPlane.Start(ProgramCatalog.FromEnvironment(), LocalApiServers, around.Time, ct);
        var place = new ComparisonPlace(plane, plane.ApiServers.Select(api => ClusterOptions.Connection(api.Kubeconfig, around.Time)), around.Time);
        try
        {
            var applier = new ManifestApplier(place.Client, around.Time);
            await applier.ApplyKinds(ct);
            await LocalWebhooks.Install(applier, ct);
            place.Webhooks!.Start();
            return place;
        }
        catch
        {
            await place.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Webhooks is not null)
        {
            await Webhooks.DisposeAsync();
        }

        foreach (var transport in transports)
        {
            transport.Dispose();
        }

        if (Plane is not null)
        {
            await Plane.DisposeAsync();
        }
    }
}
