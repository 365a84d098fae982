using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Daytwo.Etcd.Tls;

namespace Daytwo.Etcd.Tests.Tls;

public sealed class EtcdTlsTests
{
    private static readonly (string Certificate, string Key) One = Make();
    private static readonly (string Certificate, string Key) Other = Make();

    [Fact]
    public void Certificate_with_its_key_and_authority_loads()
    {
        using var tls = EtcdTls.FromPem(Other.Certificate, One.Certificate, One.Key);

        Assert.True(tls.Client!.HasPrivateKey);
        Assert.Single(tls.Authorities);
    }

    [Fact]
    public void Certificate_without_key_is_refused() =>
        Assert.Contains("one of them is missing", Refused(() => EtcdTls.FromPem(null, One.Certificate, null)), StringComparison.Ordinal);

    [Fact]
    public void Key_of_another_certificate_is_refused_without_showing_it()
    {
        var message = Refused(() => EtcdTls.FromPem(null, One.Certificate, Other.Key));

        Assert.Contains("does not fit", message, StringComparison.Ordinal);
        Assert.DoesNotContain("BEGIN", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_certificate_is_refused_by_name() =>
        Assert.Contains("the certificate authority has no PEM block", Refused(() => EtcdTls.FromPem("junk", null, null)), StringComparison.Ordinal);

    [Fact]
    public void Missing_file_is_told_by_path() =>
        Assert.Contains("/nowhere/ca.crt", Refused(() => EtcdTls.FromFiles("/nowhere/ca.crt", null, null)), StringComparison.Ordinal);

    private static string Refused(Func<EtcdTls> load) => Assert.Throws<EtcdTlsException>(load).Message;

    private static (string Certificate, string Key) Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        return (certificate.ExportCertificatePem(), key.ExportPkcs8PrivateKeyPem());
    }
}
