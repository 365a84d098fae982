using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Election;

internal static partial class ElectionLog
{
    [LoggerMessage(1301, LogLevel.Information, "Leading: {Identity} holds the lease {Namespace}/{Name}")]
    public static partial void Leading(this ILogger logger, string identity, string @namespace, string name);

    [LoggerMessage(1302, LogLevel.Information, "Following: {Holder} holds the lease {Namespace}/{Name}")]
    public static partial void Following(this ILogger logger, string holder, string @namespace, string name);

    [LoggerMessage(1303, LogLevel.Error, "Leadership lost: the lease {Namespace}/{Name} could not be renewed in time, or someone took it")]
    public static partial void Lost(this ILogger logger, string @namespace, string name);

    [LoggerMessage(1304, LogLevel.Information, "Released the lease {Namespace}/{Name}")]
    public static partial void Released(this ILogger logger, string @namespace, string name);

    [LoggerMessage(1305, LogLevel.Warning, "The lease {Namespace}/{Name} could not be read or written: {Error}")]
    public static partial void Failing(this ILogger logger, string @namespace, string name, string? error);
}
