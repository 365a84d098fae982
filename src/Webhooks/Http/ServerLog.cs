using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Http;

internal static partial class ServerLog
{
    [LoggerMessage(2011, LogLevel.Warning, "{Path}: no verdict within the time the caller waits")]
    public static partial void TooLate(this ILogger logger, string path);

    [LoggerMessage(2012, LogLevel.Debug, "A connection was closed: there is no certificate yet that apiservers trust")]
    public static partial void NoCertificateYet(this ILogger logger);

    [LoggerMessage(2013, LogLevel.Debug, "The TLS handshake with {Peer} failed: {Reason}")]
    public static partial void HandshakeFailed(this ILogger logger, string? peer, string reason);
}
