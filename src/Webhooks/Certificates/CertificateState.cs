namespace Daytwo.Webhooks.Certificates;

/// <summary>What a replica has of certificates, without keys: what the rules decide on.</summary>
/// <param name="Serving">The one that handshakes get; null before the first is trusted.</param>
/// <param name="Next">Made and published, not yet trusted everywhere.</param>
/// <param name="Replaced">Served before, still published.</param>
public sealed record CertificateState(CertificateState.Held? Serving, CertificateState.Held? Next, CertificateState.Held? Replaced)
{
    public static CertificateState None { get; } = new(null, null, null);

    /// <summary>The authorities that apiservers must trust now.</summary>
    public IEnumerable<string> Published => new[] { Serving, Next, Replaced }.OfType<Held>().Select(held => held.Authority);

    /// <summary>One identity.</summary>
    /// <param name="Authority">The fingerprint of its authority.</param>
    /// <param name="MadeAt">When it was made.</param>
    /// <param name="NotAfter">When it ends.</param>
    /// <param name="Since">When it was first seen in every bundle, or, of a replaced one, when it was replaced.</param>
    public sealed record Held(string Authority, DateTimeOffset MadeAt, DateTimeOffset NotAfter, DateTimeOffset? Since = null);
}
