using System.Net;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Kinds;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Transport;
using Daytwo.Runtime.Election;

namespace Daytwo.Operator.AdmissionRule.ApiServers;

/// <summary>
/// The apiservers as they announce themselves: the endpoints of the Service kubernetes in the namespace default. Where none announces
/// itself, the address that the operator was given is taken for the only one.
/// </summary>
/// <param name="connect">Connects to one address. The caller keeps what it gives; null when only the given address can be reached.</param>
internal sealed class EndpointApiServers(KubernetesClient client, string host, Func<Uri, IApiTransport>? connect, LeaderFence fence) : IApiServers
{
    private const string Service = "kubernetes";
    private readonly Dictionary<string, KnownApiServer> known = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<KnownApiServer>> List(CancellationToken ct)
    {
        var addresses = connect is null ? [] : await Announced(ct);
        return addresses is [] ? [new KnownApiServer(host, client)] : [.. addresses.Select(Known)];
    }

    private async Task<IReadOnlyList<string>> Announced(CancellationToken ct)
    {
        var request = new ListRequest { Namespace = "default", LabelSelector = $"{EndpointSlice.ServiceLabel}={Service}" };
        var slices = (await client.List(EndpointSlice.Resource, request, ct)).Required();
        return [.. (
            from slice in slices.Items
            from endpoint in slice.Endpoints ?? []
            from port in slice.Ports ?? []
            let address = endpoint.Addresses is [var first, ..] ? Parse(first, port.Port) : null
            where address is not null
            select address).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string? Parse(string address, int? port) => port is { } number && IPAddress.TryParse(address, out var ip) ? new IPEndPoint(ip, number).ToString() : null;

    private KnownApiServer Known(string address)
    {
        if (!known.TryGetValue(address, out var server))
        {
            known[address] = server = new KnownApiServer(address, new KubernetesClient(new FencedTransport(connect!(new Uri($"https://{address}")), fence)));
        }

        return server;
    }
}
