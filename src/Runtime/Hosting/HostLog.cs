using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Hosting;

internal static partial class HostLog
{
    [LoggerMessage(1401, LogLevel.Information, "All reconciles have ended; writing last events, then giving up the lease")]
    public static partial void Draining(this ILogger logger);

    [LoggerMessage(1402, LogLevel.Information, "Ended: {Exit}")]
    public static partial void Ended(this ILogger logger, HostExit exit);
}
