using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Serving;

internal static partial class RuleLog
{
    [LoggerMessage(2301, LogLevel.Information, "AdmissionRule {Rule} is in force, digest {Digest}")]
    public static partial void Loaded(this ILogger logger, string rule, string digest);

    [LoggerMessage(2302, LogLevel.Warning, "AdmissionRule {Rule} cannot be put in force: {Reason}")]
    public static partial void NotLoaded(this ILogger logger, string rule, string reason);

    [LoggerMessage(2303, LogLevel.Information, "AdmissionRule {Rule} in shadow mode would have refused {Operation} of {Resource} {Namespace}/{Name}: {Reason}")]
    public static partial void Shadowed(this ILogger logger, string rule, string operation, string resource, string @namespace, string name, string reason);
}
