using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Events;

internal static partial class EventLog
{
    [LoggerMessage(1201, LogLevel.Warning, "The event {Reason} on {Kind} {Name} could not be written: {Error}")]
    public static partial void Dropped(this ILogger logger, string reason, string? kind, string? name, string error);
}
