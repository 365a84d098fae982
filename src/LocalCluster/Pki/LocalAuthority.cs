using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.LocalCluster.Pki;

/// <summary>A certificate authority made for one local cluster; it ends with its folder.</summary>
public sealed class LocalAuthority : IDisposable
{
    private readonly X509Certificate2 authority;
    private readonly string directory;
    private readonly DateTimeOffset now;

    /// <summary>Makes a new authority and writes <c>NAME.crt</c> into the folder; its key stays in memory.</summary>
    public LocalAuthority(string directory, string name, TimeProvider time)
    {
        this.directory = directory;
        now = time.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        authority = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(365));
        CertificateFile = Path.Combine(directory, name + ".crt");
        File.WriteAllText(CertificateFile, authority.ExportCertificatePem());
    }

    public string CertificateFile { get; }

    /// <summary>Issues a certificate for <c>localhost</c> and 127.0.0.1, for servers and clients alike.</summary>
    /// <param name="file">The name of the two files, without ending.</param>
    /// <param name="subject">The distinguished name, such as <c>CN=admin, O=system:masters</c>.</param>
    /// <param name="validity">Lifetime from now; negative, up to a few hours, for one that has expired.</param>
    /// <param name="names">Further DNS names.</param>
    public KeyPairFiles Issue(string file, string subject, TimeSpan? validity = null, params ReadOnlySpan<string> names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(subject, key, HashAlgorithmName.SHA256);
        var san = new SubjectAlternativeNameBuilder();
        san.AddDnsName("localhost");
        san.AddIpAddress(IPAddress.Loopback);
        foreach (var name in names)
        {
            san.AddDnsName(name);
        }

        request.CertificateExtensions.Add(san.Build());
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1"), new Oid("1.3.6.1.5.5.7.3.2")], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        var end = now + (validity ?? TimeSpan.FromDays(30));
        var begin = end < now ? end.AddHours(-1) : now.AddMinutes(-30);
        using var certificate = request.Create(authority, begin, end, RandomNumberGenerator.GetBytes(16));
        var pair = new KeyPairFiles(Path.Combine(directory, file + ".crt"), Path.Combine(directory, file + ".key"));
        File.WriteAllText(pair.Certificate, certificate.ExportCertificatePem());
        PrivateFile.Write(pair.Key, key.ExportPkcs8PrivateKeyPem());
        return pair;
    }

    public void Dispose() => authority.Dispose();
}
