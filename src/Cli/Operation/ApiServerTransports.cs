using System.Collections.Concurrent;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Transport;

namespace Daytwo.Cli.Operation;

/// <summary>Ways to each apiserver of a cluster by its own address, as the same user.</summary>
/// <remarks>A certificate need not name the address; every apiserver's names the Service through which pods reach it, so that name is asked for.</remarks>
internal sealed class ApiServerTransports(ClusterConnection connection, TimeProvider time) : IDisposable
{
    private const string ServiceName = "kubernetes.default.svc";

    private readonly ConcurrentBag<HttpApiTransport> transports = [];

    public IApiTransport ConnectTo(Uri server)
    {
        var transport = new HttpApiTransport(connection with { Servers = [server], TlsServerName = ServiceName }, time);
        transports.Add(transport);
        return transport;
    }

    public void Dispose()
    {
        foreach (var transport in transports)
        {
            transport.Dispose();
        }
    }
}
