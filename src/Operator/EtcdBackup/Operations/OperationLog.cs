using Daytwo.Runtime;
using Microsoft.Extensions.Logging;

namespace Daytwo.Operator.EtcdBackup.Operations;

internal static partial class OperationLog
{
    [LoggerMessage(LogLevel.Error, "Attempt of {Id} for EtcdBackup {Key} broke; this is a fault of the operator")]
    public static partial void AttemptBroke(this ILogger logger, Exception exception, ObjectKey key, string id);
}
