using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Controllers;

internal static partial class ControllerLog
{
    [LoggerMessage(EventId = 1101, Message = "{Controller}: {Key} is tried again, failure {Failures}: {Reason}")]
    public static partial void Retried(this ILogger logger, LogLevel level, string controller, ObjectKey key, int failures, string? reason);

    [LoggerMessage(1102, LogLevel.Error, "{Controller}: {Key} failed")]
    public static partial void Failed(this ILogger logger, Exception exception, string controller, ObjectKey key);

    [LoggerMessage(1103, LogLevel.Information, "{Controller}: started with {Workers} workers")]
    public static partial void Started(this ILogger logger, string controller, int workers);

    [LoggerMessage(1104, LogLevel.Warning, "{Controller}: running reconciles did not end within {Patience}; cancelling them")]
    public static partial void Cancelling(this ILogger logger, string controller, TimeSpan patience);

    [LoggerMessage(1105, LogLevel.Information, "{Controller}: the wall clock was set by {Step}; looking at {Count} waiting keys again")]
    public static partial void ClockSet(this ILogger logger, string controller, TimeSpan step, int count);
}
