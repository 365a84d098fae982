namespace Daytwo.Crds;

/// <summary>The data keys expected in the Secrets that a spec names.</summary>
public static class SecretKeys
{
    /// <summary>Client certificate, PEM; as in Secrets of type kubernetes.io/tls.</summary>
    public const string TlsCertificate = "tls.crt";

    /// <summary>Private key of <see cref="TlsCertificate"/>, PEM.</summary>
    public const string TlsKey = "tls.key";

    /// <summary>Certificate authorities to trust, PEM.</summary>
    public const string CertificateAuthority = "ca.crt";

    public const string AwsAccessKeyId = "AWS_ACCESS_KEY_ID";

    public const string AwsSecretAccessKey = "AWS_SECRET_ACCESS_KEY";

    /// <summary>Only with temporary credentials.</summary>
    public const string AwsSessionToken = "AWS_SESSION_TOKEN";

    /// <summary>Backup encryption key: 32 bytes written in base64 (44 characters; a newline at the end is ignored).</summary>
    public const string EncryptionKey = "encryption.key";
}
