using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;

namespace Daytwo.Storage.S3;

/// <summary>Makes the SDK's client from settings. Credentials of the machine are looked up anew for every client.</summary>
internal static class S3Client
{
    private const string DefaultRegion = "us-east-1";

    // Eight times the SDK's own: fewer steps per part, and still no large object.
    private const int CopyBufferSize = 64 * 1024;

    /// <exception cref="AmazonClientException">No credentials were found.</exception>
    public static async Task<AmazonS3Client> Create(S3Settings settings, HttpClientFactory http, CancellationToken ct)
    {
        var config = Configure(settings, http);
        return new AmazonS3Client(await Credentials(settings.Credentials, config, ct), config);
    }

    private static AmazonS3Config Configure(S3Settings settings, HttpClientFactory http)
    {
        var config = new AmazonS3Config
        {
            HttpClientFactory = http,
            ForcePathStyle = settings.PathStyle,
            MaxErrorRetry = settings.Retries,
            RetryMode = RequestRetryMode.Standard,

            // Checksums that the SDK adds on its own are refused by some servers; where they are needed (Object Lock) they are given.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            DisableLogging = true,
            BufferSize = CopyBufferSize,
        };
        if (settings.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.GetLeftPart(UriPartial.Authority);
            config.AuthenticationRegion = settings.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? DefaultRegion;
        }
        else if (settings.Region is { } region)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        }

        return config;
    }

    private static async Task<AWSCredentials> Credentials(S3Credentials credentials, AmazonS3Config config, CancellationToken ct)
    {
        switch (credentials)
        {
            case S3Credentials.StaticCredentials { SessionToken: { } token } session:
                return new SessionAWSCredentials(session.AccessKeyId, session.SecretAccessKey, token);
            case S3Credentials.StaticCredentials basic:
                return new BasicAWSCredentials(basic.AccessKeyId, basic.SecretAccessKey);
            default:
                return await new DefaultAWSCredentialsIdentityResolver().ResolveIdentityAsync(config, ct);
        }
    }
}
