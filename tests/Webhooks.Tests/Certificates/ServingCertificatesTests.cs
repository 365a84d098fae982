using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using Daytwo.Webhooks.Certificates;
using Daytwo.Webhooks.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Daytwo.Webhooks.Tests.Certificates;

public sealed class ServingCertificatesTests : IDisposable
{
    private readonly WallTime _time = new();
    private readonly ServingCertificates _certificates;

    public ServingCertificatesTests() =>
        _certificates = new ServingCertificates(new CertificateIssuer(["webhooks.example.svc", "10.1.2.3"], CertificateTimes.Default.Lifetime), CertificateTimes.Default, _time, NullLogger.Instance);

    [Fact]
    public void Rotation_serves_only_what_bundles_have_and_overlaps()
    {
        _certificates.Advance(Bundles());
        Assert.Null(_certificates.Current);
        var first = Assert.Single(_certificates.PublishedPems);

        _certificates.Advance(Bundles(first));
        _time.Now += CertificateTimes.Default.Settle;
        _certificates.Advance(Bundles(first));
        var serving = _certificates.Current;
        Assert.NotNull(serving);

        _time.Now += CertificateTimes.Default.RenewAfter;
        _certificates.Advance(Bundles(first));
        Assert.Same(serving, _certificates.Current);
        Assert.Equal(2, _certificates.PublishedPems.Count);

        _certificates.Advance(Bundles([.. _certificates.PublishedPems]));
        _time.Now += CertificateTimes.Default.Settle;
        _certificates.Advance(Bundles([.. _certificates.PublishedPems]));
        Assert.NotSame(serving, _certificates.Current);
        Assert.Equal(2, _certificates.PublishedPems.Count);

        _time.Now += CertificateTimes.Default.Overlap;
        _certificates.Advance(Bundles([.. _certificates.PublishedPems]));
        Assert.DoesNotContain(first, Assert.Single(_certificates.PublishedPems), StringComparison.Ordinal);
    }

    [Fact]
    public void Authority_that_one_bundle_lacks_is_not_trusted()
    {
        _certificates.Advance(null);
        var pem = Assert.Single(_certificates.PublishedPems);
        var trusted = TrustedAuthorities.Of([Configuration(pem), Configuration("")]);

        _certificates.Advance(trusted);
        _time.Now += CertificateTimes.Default.Settle;
        _certificates.Advance(trusted);

        Assert.Null(_certificates.Current);
    }

    [Fact]
    public void Certificate_proves_every_host_to_whoever_trusts_its_authority_and_nothing_else()
    {
        var identity = new CertificateIssuer(["webhooks.example.svc", "10.1.2.3"], TimeSpan.FromDays(3)).Issue(_time.Now);
        using var authority = X509Certificate2.CreateFromPem(identity.AuthorityPem);
        var served = identity.Context.TargetCertificate;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.VerificationTime = _time.Now.UtcDateTime;

        Assert.True(chain.Build(served));
        Assert.True(served.MatchesHostname("webhooks.example.svc"));
        Assert.True(served.MatchesHostname("10.1.2.3"));
        Assert.False(served.MatchesHostname("other.example.svc"));
        Assert.False(authority.HasPrivateKey);
        Assert.Equal(_time.Now.AddDays(3), identity.NotAfter);
        Assert.True(identity.NotBefore < _time.Now);
        identity.Dispose();
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bm90IHBlbQ==")]
    public void Broken_bundle_trusts_nobody(string bundle) =>
        Assert.False(TrustedAuthorities.Of([new JsonObject { ["webhooks"] = new JsonArray(new JsonObject { ["clientConfig"] = new JsonObject { ["caBundle"] = bundle } }) }]).Contains("AB"));

    public void Dispose() => _certificates.Dispose();

    private static TrustedAuthorities Bundles(params string[] pems) => TrustedAuthorities.Of([Configuration(string.Join('\n', pems)), new JsonObject()]);

    private static JsonObject Configuration(string pems) => new()
    {
        ["webhooks"] = new JsonArray(new JsonObject { ["clientConfig"] = new JsonObject { ["caBundle"] = Convert.ToBase64String(Encoding.ASCII.GetBytes(pems)) } }),
    };
}
