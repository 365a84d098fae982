using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks;

internal static partial class WebhooksLog
{
    [LoggerMessage(2001, LogLevel.Information, "Serving admission reviews on {Address}")]
    public static partial void Listening(this ILogger logger, string address);

    [LoggerMessage(2002, LogLevel.Information, "Ending: no longer ready; serving for {Drain} more, then answering what is under way")]
    public static partial void Draining(this ILogger logger, TimeSpan drain);
}
