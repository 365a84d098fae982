namespace Daytwo.Storage.S3;

/// <summary>Who we are to the S3 server.</summary>
public abstract record S3Credentials
{
    private protected S3Credentials()
    {
    }

    /// <summary>What the machine offers: environment, shared credentials file, web identity, container or instance role. Looked up anew per store.</summary>
    public static S3Credentials Ambient { get; } = new AmbientCredentials();

    public static S3Credentials Static(string accessKeyId, string secretAccessKey, string? sessionToken = null) =>
        new StaticCredentials(accessKeyId, secretAccessKey, sessionToken);

    internal sealed record AmbientCredentials : S3Credentials;

    internal sealed record StaticCredentials(string AccessKeyId, string SecretAccessKey, string? SessionToken) : S3Credentials
    {
        public override string ToString() => $"StaticCredentials {{ AccessKeyId = {AccessKeyId}, SecretAccessKey = *** }}";
    }
}
