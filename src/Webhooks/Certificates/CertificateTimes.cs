namespace Daytwo.Webhooks.Certificates;

/// <summary>The times of a serving certificate's life.</summary>
public sealed record CertificateTimes
{
    public static CertificateTimes Default { get; } = new();

    /// <summary>How long a certificate and its authority are valid.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(3);

    /// <summary>When its successor is made, after its beginning. The rest of the lifetime is for an API that cannot be written for long.</summary>
    public TimeSpan RenewAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How long an authority must have been seen in every bundle before its certificate is served: every apiserver then knows it, too.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a replaced authority stays published, for handshakes under way and apiservers that lag.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromMinutes(2);
}
