using Daytwo.Webhooks.Serving;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Daytwo.Webhooks.Http;

/// <summary>
/// Serves admission reviews over TLS 1.3 and HTTP/1.1, which is what apiservers speak to webhooks. Bare Kestrel: no host, no routing,
/// no dependency container.
/// </summary>
public sealed class WebhookServer : IAsyncDisposable
{
    private readonly KestrelServer _server;
    private readonly WebhookApplication _application;

    public WebhookServer(WebhookServerOptions options, IReviewer reviewer, RequestMetrics metrics, TimeProvider time, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger("Daytwo.Webhooks");
        var tls = new TlsConnections(options.Certificate, time, logger);
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = options.LargestBody;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(5);
        kestrel.Listen(options.Listen, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(next => connection => tls.Serve(connection, next));
        });
        // A few connections that are busy all the time: a buffer for each costs less than asking the kernel first whether there is data.
        var sockets = new SocketTransportOptions { IOQueueCount = 0, UnsafePreferInlineScheduling = true, WaitForDataBeforeAllocatingBuffer = false };
        _server = new KestrelServer(Options.Create(kestrel), new SocketTransportFactory(Options.Create(sockets), loggers), loggers);
        var budget = new BodyBudget(options.MostUnderWay);
        metrics.Follow(budget);
        _application = new WebhookApplication(options, reviewer, metrics, budget, time, logger);
    }

    /// <summary>Where it listens, such as <c>https://127.0.0.1:9443</c>; the port chosen when 0 was asked for. Known once started.</summary>
    public string Address => _server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.Replace("http://", "https://", StringComparison.Ordinal) ?? "";

    /// <exception cref="IOException">The address is taken.</exception>
    public Task Start(CancellationToken ct) => _server.StartAsync(_application, ct);

    /// <summary>Closes each connection with its next answer, so that callers go elsewhere before the server ends and no request meets a closed connection.</summary>
    public void Drain() => _application.Drain();

    /// <summary>Takes no new connection, answers what is under way, and ends: at once when cancelled.</summary>
    public Task Stop(CancellationToken ct) => _server.StopAsync(ct);

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _server.StopAsync(now.Token).ConfigureAwait(false);
        _server.Dispose();
    }
}
