using Amazon.S3;

namespace Daytwo.Storage.S3;

/// <summary>What single and multipart uploads have in common.</summary>
internal static class S3Upload
{
    /// <summary>Over TLS the payload is left out of the signature: TLS protects it, and the digest in the manifest proves it.</summary>
    public static bool TrustsTls(S3Settings settings) => settings.Endpoint is null || settings.Endpoint.Scheme == Uri.UriSchemeHttps;

    /// <summary>How the server is to encrypt, and with which key of its key management; null where that is left to the bucket.</summary>
    public static (ServerSideEncryptionMethod? Method, string? KeyId) Encryption(S3Settings settings) => settings.Encryption switch
    {
        S3Encryption.ServerKeyEncryption => (ServerSideEncryptionMethod.AES256, null),
        S3Encryption.KmsEncryption kms => (ServerSideEncryptionMethod.AWSKMS, kms.KeyId),
        _ => (null, null),
    };

    public static ObjectLockMode Mode(RetentionLock retention) =>
        retention.Mode == RetentionLockMode.Compliance ? ObjectLockMode.Compliance : ObjectLockMode.Governance;
}
