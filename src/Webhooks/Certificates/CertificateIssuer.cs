using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.Webhooks.Certificates;

/// <summary>
/// Makes serving identities. Keys are made here and never leave the process: that of the authority is dropped as soon as it has
/// signed, so an authority that apiservers trust can never sign anything else.
/// </summary>
/// <param name="hosts">DNS names and IP addresses under which apiservers call.</param>
/// <param name="lifetime">How long an identity is valid.</param>
public sealed class CertificateIssuer(IReadOnlyList<string> hosts, TimeSpan lifetime)
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const int SerialBytes = 16;

    /// <summary>For apiservers whose clock is behind.</summary>
    private static readonly TimeSpan Skew = TimeSpan.FromHours(1);

    public ServingIdentity Issue(DateTimeOffset wall)
    {
        var (begin, end) = (wall - Skew, wall + lifetime);
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var authority = Authority(authorityKey, begin, end);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=daytwo-webhooks", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(ServerUse)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        request.CertificateExtensions.Add(Names());
        using var signed = request.Create(authority, begin, end, RandomNumberGenerator.GetBytes(SerialBytes));
        using var publicAuthority = X509CertificateLoader.LoadCertificate(authority.RawData);
        return new ServingIdentity(signed.CopyWithPrivateKey(key), publicAuthority);
    }

    /// <summary>Subjects differ, since verifiers find an issuer in a bundle by its subject and key identifier.</summary>
    private static X509Certificate2 Authority(ECDsa key, DateTimeOffset begin, DateTimeOffset end)
    {
        var request = new CertificateRequest($"CN=daytwo-webhooks-{RandomNumberGenerator.GetHexString(8, lowercase: true)}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return request.CreateSelfSigned(begin, end);
    }

    private X509Extension Names()
    {
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        return names.Build();
    }
}
