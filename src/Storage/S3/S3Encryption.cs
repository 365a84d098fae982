namespace Daytwo.Storage.S3;

/// <summary>Encryption by the S3 server, beside any of our own.</summary>
public abstract record S3Encryption
{
    private protected S3Encryption()
    {
    }

    /// <summary>Whatever the bucket is set to.</summary>
    public static S3Encryption BucketDefault { get; } = new DefaultEncryption();

    /// <summary>SSE-S3: keys of the server (<c>AES256</c>).</summary>
    public static S3Encryption ServerKey { get; } = new ServerKeyEncryption();

    /// <summary>SSE-KMS.</summary>
    /// <param name="keyId">Id, ARN or alias; null for the account's default key.</param>
    public static S3Encryption Kms(string? keyId) => new KmsEncryption(keyId);

    internal sealed record DefaultEncryption : S3Encryption;

    internal sealed record ServerKeyEncryption : S3Encryption;

    internal sealed record KmsEncryption(string? KeyId) : S3Encryption;
}
