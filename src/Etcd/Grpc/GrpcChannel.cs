using System.Net;
using System.Net.Http.Headers;
using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Tls;

namespace Daytwo.Etcd.Grpc;

/// <summary>gRPC calls to one endpoint over one HTTP/2 connection, without TLS by prior knowledge for <c>http</c>.</summary>
/// <remarks>
/// Every failure is an <see cref="EtcdException"/>, save a cancellation by the caller. The connection is made when
/// first needed and again after it broke.
/// </remarks>
internal sealed class GrpcChannel : IDisposable
{
    /// <summary>
    /// Bytes a server may send ahead on one stream: enough for a gigabit with some ten milliseconds of delay, and for etcd to go on sending while
    /// the stages behind us are at work. A snapshot then takes a tenth less time than with 1 MiB (docs/decisions/0043).
    /// </summary>
    private const int StreamWindow = 4 << 20;

    private readonly EtcdClientOptions _options;
    private readonly ServerTrust _trust = new();
    private readonly HttpMessageInvoker _http;

    public GrpcChannel(Uri endpoint, EtcdClientOptions options)
    {
        Endpoint = endpoint;
        _options = options;
        _http = new HttpMessageInvoker(Handler());
    }

    public Uri Endpoint { get; }

    /// <summary>Calls a method that has one answer.</summary>
    public async ValueTask<T> Unary<T>(string method, ProtoWriter request, MessageParser<T> parse, CancellationToken ct)
    {
        var timeout = _options.CallTimeout;
        using var deadline = new CancellationTokenSource(timeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            using var response = await Send(method, request, timeout, either.Token).ConfigureAwait(false);
            using var answer = new UnaryAnswer(Endpoint, _options.MaxMessageBytes);
            return await answer.Read(response, parse, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw GrpcFailures.TimedOut(Endpoint, deadline.IsCancellationRequested ? timeout : _options.ConnectTimeout, e);
        }
        catch (Exception e) when (IsTransport(e))
        {
            throw GrpcFailures.Transport(Endpoint, e, _trust);
        }
    }

    /// <summary>Calls a method that answers with a stream. Its headers must come within the call timeout.</summary>
    public async ValueTask<GrpcStream> Stream(string method, ProtoWriter request, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(_options.CallTimeout, _options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, ct);
        try
        {
            var response = await Send(method, request, timeout: null, either.Token).ConfigureAwait(false);
            return await GrpcStream.Open(Endpoint, response, _trust, _options).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw GrpcFailures.TimedOut(Endpoint, deadline.IsCancellationRequested ? _options.CallTimeout : _options.ConnectTimeout, e);
        }
        catch (Exception e) when (IsTransport(e))
        {
            throw GrpcFailures.Transport(Endpoint, e, _trust);
        }
    }

    public void Dispose() => _http.Dispose();

    internal static bool IsTransport(Exception e) => e is HttpRequestException or IOException and not EtcdException;

    private async ValueTask<HttpResponseMessage> Send(string method, ProtoWriter request, TimeSpan? timeout, CancellationToken ct)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(Endpoint, method))
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = GrpcFrame.Content(request),
        };
        message.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        message.Headers.TryAddWithoutValidation("user-agent", "daytwo");
        if (timeout is { } limit)
        {
            message.Headers.TryAddWithoutValidation("grpc-timeout", GrpcTimeout.Format(limit));
        }

        var response = await _http.SendAsync(message, ct).ConfigureAwait(false);
        try
        {
            Check(response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    // A call that fails at once is answered with headers only, and those carry the status.
    private void Check(HttpResponseMessage response)
    {
        if (GrpcOutcome.Find(response.Headers) is { } early)
        {
            throw early.Status == GrpcStatus.Ok
                ? GrpcFailures.Protocol(Endpoint, "the call succeeded without an answer")
                : GrpcFailures.Answered(Endpoint, early);
        }

        var type = response.Content.Headers.ContentType?.MediaType;
        if (response.StatusCode != HttpStatusCode.OK || type?.StartsWith("application/grpc", StringComparison.Ordinal) != true)
        {
            var cause = $"no gRPC answer but HTTP {(int)response.StatusCode}, content type {type ?? "none"}; is this etcd's client port?";
            throw GrpcFailures.Protocol(Endpoint, cause, GrpcOutcome.FromHttp(response.StatusCode));
        }
    }

    private SocketsHttpHandler Handler() => new()
    {
        InitialHttp2StreamWindowSize = StreamWindow,
        EnableMultipleHttp2Connections = false,
        ConnectTimeout = _options.ConnectTimeout,
        SslOptions = _trust.Options(_options.Tls),
        // etcd's servers refuse pings more often than every five seconds, and any while no call is open.
        KeepAlivePingDelay = TimeSpan.FromSeconds(15),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    };
}
