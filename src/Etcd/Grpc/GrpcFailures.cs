using System.Net.Sockets;
using System.Security.Authentication;
using Daytwo.Etcd.Tls;

namespace Daytwo.Etcd.Grpc;

/// <summary>Turns what HTTP and gRPC report into an <see cref="EtcdException"/> that names the cause.</summary>
internal static class GrpcFailures
{
    private const string NotHttp2 = "no HTTP/2 answer; is this etcd's client port, and is the scheme (http or https) right?";

    /// <summary>An answer of etcd with a status other than OK.</summary>
    public static EtcdException Answered(Uri endpoint, GrpcOutcome outcome)
    {
        var text = outcome.Message.Length > 0 ? outcome.Message : $"gRPC status {outcome.Status}";
        return new EtcdException(endpoint, Classify(outcome), outcome.Status, text);
    }

    public static EtcdException Protocol(Uri endpoint, string cause, GrpcStatus status = GrpcStatus.Internal, Exception? inner = null) =>
        new(endpoint, EtcdFailure.Protocol, status, cause, inner);

    public static EtcdException TimedOut(Uri endpoint, TimeSpan after, Exception? inner = null) =>
        new(endpoint, EtcdFailure.Timeout, GrpcStatus.DeadlineExceeded, $"no answer within {after.TotalSeconds:0.###} s", inner);

    /// <summary>A connection that could not be made, or broke.</summary>
    public static EtcdException Transport(Uri endpoint, Exception error, ServerTrust trust)
    {
        var causes = Causes(error).ToList();
        if (causes.OfType<SocketException>().FirstOrDefault() is { } socket)
        {
            return Unreachable(endpoint, socket.Message, error);
        }

        if (causes.Find(c => TlsAlert(c.Message) is not null) is { } alert)
        {
            return new EtcdException(endpoint, EtcdFailure.ClientCertificateRefused, GrpcStatus.Unauthenticated,
                $"the server refused the client certificate ({TlsAlert(alert.Message)})", error);
        }

        if (causes.OfType<AuthenticationException>().FirstOrDefault() is { } handshake)
        {
            return trust.Refusal is { } refusal
                ? new EtcdException(endpoint, EtcdFailure.ServerCertificateUntrusted, GrpcStatus.Unavailable, refusal, error)
                : Protocol(endpoint, $"TLS handshake failed: {handshake.InnerException?.Message ?? handshake.Message}", inner: error);
        }

        // Often .NET loses the alert and tells only that the fresh connection is gone.
        if (trust.Accepted && causes.OfType<ObjectDisposedException>().Any())
        {
            return new EtcdException(endpoint, EtcdFailure.ClientCertificateRefused, GrpcStatus.Unauthenticated,
                "the server closed the connection right after the TLS handshake, as etcd does when it refuses the client certificate or got none", error);
        }

        return causes.OfType<HttpProtocolException>().FirstOrDefault() is { } http2 ? Http2(endpoint, http2, error) : Other(endpoint, error);
    }

    private static EtcdException Other(Uri endpoint, Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse or HttpRequestError.VersionNegotiationError } =>
            Protocol(endpoint, NotHttp2, inner: error),
        _ => Unreachable(endpoint, Causes(error).Last().Message, error),
    };

    private static EtcdException Http2(Uri endpoint, HttpProtocolException http2, Exception error) => http2.ErrorCode switch
    {
        // REFUSED_STREAM, NO_ERROR (GOAWAY at shutdown), ENHANCE_YOUR_CALM, CANCEL: etcd stops or sheds load.
        0x7 or 0x0 or 0xb or 0x8 => Unreachable(endpoint, $"the server ended the call (HTTP/2 code {http2.ErrorCode})", error),
        0xd => Protocol(endpoint, NotHttp2, inner: error),
        _ => Protocol(endpoint, $"HTTP/2 error {http2.ErrorCode}: {http2.Message}", inner: error),
    };

    private static EtcdException Unreachable(Uri endpoint, string cause, Exception inner) =>
        new(endpoint, EtcdFailure.Unreachable, GrpcStatus.Unavailable, cause, inner)
        {
            NeverSent = inner is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError,
            },
        };

    private static EtcdFailure Classify(GrpcOutcome outcome) => outcome switch
    {
        { Status: GrpcStatus.DeadlineExceeded } => EtcdFailure.Timeout,
        { Status: GrpcStatus.PermissionDenied or GrpcStatus.Unauthenticated } => EtcdFailure.PermissionDenied,
        { Status: GrpcStatus.ResourceExhausted } when Says(outcome, "database space exceeded") => EtcdFailure.NoSpace,
        { Status: GrpcStatus.DataLoss } => EtcdFailure.Corrupt,
        { Status: GrpcStatus.OutOfRange } when Says(outcome, "has been compacted") => EtcdFailure.Compacted,
        { Status: GrpcStatus.Unavailable } when Says(outcome, "request timed out") => EtcdFailure.Timeout,
        { Status: GrpcStatus.Unavailable } when Says(outcome, "leader") => EtcdFailure.NoLeader,
        _ when Says(outcome, "not supported for learner") => EtcdFailure.Learner,
        { Status: GrpcStatus.Internal or GrpcStatus.Unimplemented } => EtcdFailure.Protocol,
        _ => EtcdFailure.Refused,
    };

    private static bool Says(GrpcOutcome outcome, string text) => outcome.Message.Contains(text, StringComparison.OrdinalIgnoreCase);

    // With TLS 1.3 the server judges the client certificate after the client's handshake has ended, so the refusal
    // comes as a TLS alert while reading; OpenSSL gives it as text only.
    private static string? TlsAlert(string message)
    {
        string[] alerts = ["certificate required", "bad certificate", "unknown ca", "certificate expired", "certificate revoked",
            "certificate unknown", "unsupported certificate", "access denied"];
        return message.Contains("alert", StringComparison.OrdinalIgnoreCase)
            ? Array.Find(alerts, a => message.Contains(a, StringComparison.OrdinalIgnoreCase))
            : null;
    }

    private static IEnumerable<Exception> Causes(Exception error)
    {
        for (var e = error; e is not null; e = e.InnerException)
        {
            yield return e;
        }
    }
}
