using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Reflector;

internal static partial class ReflectorLog
{
    [LoggerMessage(1001, LogLevel.Warning, "{Resource}: the API refused to list or watch: {Error}. Trying again.")]
    public static partial void Refused(this ILogger logger, string resource, string error);

    [LoggerMessage(1002, LogLevel.Warning, "{Resource}: list or watch broke: {Error}. Trying again.")]
    public static partial void Broken(this ILogger logger, string resource, string error);

    [LoggerMessage(1003, LogLevel.Warning, "{Resource}: the watch has been silent for too long; replacing it.")]
    public static partial void Silent(this ILogger logger, string resource);

    [LoggerMessage(1004, LogLevel.Information, "{Resource}: the version watched from has expired; listing again.")]
    public static partial void Expired(this ILogger logger, string resource);
}
