using Amazon.S3;

namespace Daytwo.Storage.S3;

/// <summary>What single and multipart uploads have in common.</summary>
internal static class S3Upload
{
    /// <summary>Over TLS the payload is left out of the signature: TLS protects it, and the digest in the manifest proves it.</summary>
    public static bool TrustsTls(S3Settings settings) => settings.Endpoint is null || settings.Endpoint.Scheme == Uri.UriSchemeHttps;

    public static ObjectLockMode Mode(RetentionLock retention) =>
        retention.Mode == RetentionLockMode.Compliance ? ObjectLockMode.Compliance : ObjectLockMode.Governance;
}
