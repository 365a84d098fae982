using Daytwo.Runtime;
using Microsoft.Extensions.Logging;

namespace Daytwo.Operator.EtcdBackup.Operations;

internal static partial class OperationLog
{
    [LoggerMessage(LogLevel.Error, "Attempt of {Id} for EtcdBackup {Key} broke; this is a fault of the operator")]
    public static partial void AttemptBroke(this ILogger logger, Exception exception, ObjectKey key, string id);

    [LoggerMessage(LogLevel.Information, "Removed from {Store} what killed runs left: {Objects} objects, {Writes} unfinished writes")]
    public static partial void Swept(this ILogger logger, string store, int objects, int writes);

    [LoggerMessage(LogLevel.Warning, "Could not remove from {Store} what killed runs left: {Problem}")]
    public static partial void SweepFailed(this ILogger logger, string store, string problem);
}
