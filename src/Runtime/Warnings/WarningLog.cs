using Microsoft.Extensions.Logging;

namespace Daytwo.Runtime.Warnings;

internal static partial class WarningLog
{
    [LoggerMessage(1501, LogLevel.Warning, "The Kubernetes API warns: {Text} ({Method} {Path})")]
    public static partial void Warned(this ILogger logger, string text, HttpMethod method, string path);
}
