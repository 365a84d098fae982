using Microsoft.Extensions.Logging;

namespace Daytwo.Webhooks.Certificates;

internal static partial class CertificateLog
{
    [LoggerMessage(2101, LogLevel.Information, "Made a certificate valid until {NotAfter:u}; it is served once apiservers trust its authority {Authority}")]
    public static partial void Made(this ILogger logger, string authority, DateTimeOffset notAfter);

    [LoggerMessage(2102, LogLevel.Information, "Serving the certificate of authority {Authority}, valid until {NotAfter:u}")]
    public static partial void Serving(this ILogger logger, string authority, DateTimeOffset notAfter);
}
