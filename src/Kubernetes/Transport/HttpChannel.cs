using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using Daytwo.Kubernetes.Configuration;
using Daytwo.Kubernetes.Credentials;

namespace Daytwo.Kubernetes.Transport;

/// <summary>
/// Connections made with one client certificate and one trust. When either changes a new channel takes over; this one is
/// closed after its last answer.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The last Release disposes it; several own it together.")]
internal sealed class HttpChannel
{
    /// <summary>Enough for a list page at full speed over a few milliseconds, little enough to hold for every watch.</summary>
    private const int StreamWindow = 512 * 1024;

    private readonly HttpMessageInvoker _invoker;
    private int _users = 1;

    public HttpChannel(ClusterConnection connection, ServerTrust? trust, ClientCertificate? certificate, HttpTransportOptions options)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = options.ConnectTimeout,
            EnableMultipleHttp2Connections = true,
            InitialHttp2StreamWindowSize = StreamWindow,
            KeepAlivePingDelay = options.PingDelay,
            KeepAlivePingTimeout = options.PingTimeout,
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            PooledConnectionLifetime = options.ConnectionLifetime,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            UseCookies = false,
            UseProxy = connection.Proxy is not null,
            Proxy = connection.Proxy is null ? null : new WebProxy(connection.Proxy),
        };
        (connection.InsecureSkipTlsVerify ? ServerTrust.Anyone : trust ?? ServerTrust.System).ApplyTo(handler.SslOptions);

        handler.SslOptions.ClientCertificateContext = certificate?.Context;
        _invoker = new HttpMessageInvoker(handler);
    }

    public Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken ct) => _invoker.SendAsync(request, ct);

    /// <summary>Keeps the channel open until a matching <see cref="Release"/>. Only for those who know it is open.</summary>
    public void Use() => Interlocked.Increment(ref _users);

    /// <summary>Ends one use; the channel closes after the last. Its maker's is the first.</summary>
    public void Release()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _invoker.Dispose();
        }
    }
}
