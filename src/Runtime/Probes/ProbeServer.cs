using System.Net;
using Daytwo.Runtime.Metrics;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daytwo.Runtime.Probes;

/// <summary>Serves metrics and probes over plain HTTP/1.1. Bare Kestrel: no host, no routing, no dependency container, so that it costs little when idle.</summary>
public sealed class ProbeServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly ProbeApplication _application;

    public ProbeServer(IPEndPoint endpoint, MetricsRegistry metrics, HealthChecks live, HealthChecks ready, ILoggerFactory loggers)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Limits.MaxRequestBodySize = 0;
        options.Limits.MaxConcurrentConnections = 64;
        options.Listen(endpoint, listen => listen.Protocols = HttpProtocols.Http1);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions { IOQueueCount = 0 }), loggers);
        _server = new KestrelServer(Options.Create(options), transport, loggers);
        _application = new ProbeApplication(metrics, live, ready);
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:8080</c>; the port chosen when 0 was asked for. Known once started.</summary>
    public string Address => _server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";

    public Task Start(CancellationToken ct) => _server.StartAsync(_application, ct);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(now.Token).ConfigureAwait(false);
        _server.Dispose();
    }
}
