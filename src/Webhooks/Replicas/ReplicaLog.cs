using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Replicas;

internal static partial class ReplicaLog
{
    [LoggerMessage(2201, LogLevel.Warning, "The Kubernetes API gave no answer; trying again: {Reason}")]
    public static partial void Unreachable(this ILogger logger, string reason);

    [LoggerMessage(2202, LogLevel.Warning, "Our own Lease was not written; trying again: {Reason}")]
    public static partial void LeaseNotWritten(this ILogger logger, string reason);

    [LoggerMessage(2203, LogLevel.Warning, "The Lease of a replica that ended was not deleted; it counts no longer once it has expired: {Reason}")]
    public static partial void LeaseNotDeleted(this ILogger logger, string reason);

    [LoggerMessage(2204, LogLevel.Warning, "The configuration of phase {Phase} was not written; trying again: {Reason}")]
    public static partial void ConfigurationNotWritten(this ILogger logger, string phase, string reason);
}
