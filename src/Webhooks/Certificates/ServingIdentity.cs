using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.Webhooks.Certificates;

/// <summary>A serving certificate with its key, and the one-time authority that signed it, whose key is gone.</summary>
public sealed class ServingIdentity : IDisposable
{
    private readonly X509Certificate2 _certificate;

    /// <param name="certificate">With its private key; owned from now on.</param>
    /// <param name="authority">The certificate of the authority alone.</param>
    internal ServingIdentity(X509Certificate2 certificate, X509Certificate2 authority)
    {
        _certificate = certificate;
        AuthorityPem = authority.ExportCertificatePem();
        Authority = Fingerprint(authority);
        NotBefore = new DateTimeOffset(certificate.NotBefore.ToUniversalTime());
        NotAfter = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        Context = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
    }

    /// <summary>What handshakes use.</summary>
    public SslStreamCertificateContext Context { get; }

    /// <summary>The authority's certificate, PEM: what apiservers must trust.</summary>
    public string AuthorityPem { get; }

    /// <summary>The SHA-256 of the authority's certificate, in hexadecimal.</summary>
    public string Authority { get; }

    public DateTimeOffset NotBefore { get; }

    public DateTimeOffset NotAfter { get; }

    public static string Fingerprint(X509Certificate2 certificate) => certificate.GetCertHashString(HashAlgorithmName.SHA256);

    public void Dispose() => _certificate.Dispose();
}
