namespace Daytwo.Storage.S3;

/// <summary>How to reach a bucket and how to store in it. Made per run, so that changed credentials count from the next run on.</summary>
public sealed record S3Settings
{
    public required BucketAddress Address { get; init; }

    /// <summary>AWS region; null takes the ambient one (environment, shared file, instance metadata), or <c>us-east-1</c> when <see cref="Endpoint"/> is given.</summary>
    public string? Region { get; init; }

    /// <summary>Address of an S3-compatible server, <c>https://host[:port]</c> (or http); null means AWS.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary><c>https://host/bucket/key</c> instead of <c>https://bucket.host/key</c>; most S3-compatible servers want it.</summary>
    public bool PathStyle { get; init; }

    /// <summary>Certificates (PEM) to trust for the endpoint instead of the system's; null trusts the system's.</summary>
    public string? CertificateAuthorityPem { get; init; }

    public S3Credentials Credentials { get; init; } = S3Credentials.Ambient;

    public S3Encryption Encryption { get; init; } = S3Encryption.BucketDefault;

    /// <summary>Longest wait for a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time one request may take, an uploaded part included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a failed request is sent again, with growing pauses.</summary>
    public int Retries { get; init; } = 4;
}
