using System.Net.Sockets;
using System.Security.Authentication;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Sorts what goes wrong between us and a server, and says it in one line.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether it is a failure to get an answer, rather than the caller's own cancellation or a bug.</summary>
    public static bool IsOne(Exception e, CancellationToken callers) =>
        e is HttpRequestException or IOException || (e is OperationCanceledException && !callers.IsCancellationRequested);

    /// <summary>Whether it is sure that the server saw nothing of the request, so that even a write may go elsewhere.</summary>
    public static bool NothingWasSent(Exception e) => e switch
    {
        HttpRequestException
        {
            HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
        } => true,
        OperationCanceledException { InnerException: TimeoutException } => true, // the connect timeout is told like this
        _ => false,
    };

    public static string Cause(Exception e) => e switch
    {
        OperationCanceledException { InnerException: TimeoutException inner } => inner.Message,
        OperationCanceledException => "no answer in time",
        HttpRequestException { InnerException: AuthenticationException tls } => Innermost(tls).Message,
        HttpRequestException { InnerException: SocketException socket } => Cause(socket),
        HttpRequestException { InnerException: { } inner } => Innermost(inner).Message,
        SocketException { SocketErrorCode: SocketError.ConnectionRefused } => "connection refused; nothing listens there",
        _ => e.Message,
    };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
