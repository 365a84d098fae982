using System.Collections.Concurrent;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Daytwo.Webhooks.Certificates;

namespace Daytwo.Webhooks.Tests.Support;

/// <summary>A certificate in the test's hand, and clients that trust exactly those it ever was.</summary>
internal sealed class HeldCertificate : IServingCertificate, IDisposable
{
    private readonly CertificateIssuer _issuer;
    private readonly List<ServingIdentity> _identities = [];
    private readonly ConcurrentDictionary<HttpClient, string> _seen = new();

    public HeldCertificate(params string[] hosts)
    {
        _issuer = new CertificateIssuer(hosts, TimeSpan.FromDays(1));
        Rotate();
    }

    public SslStreamCertificateContext? Current { get; set; }

    public void Rotate()
    {
        _identities.Add(_issuer.Issue(TimeProvider.System.GetUtcNow()));
        Current = _identities[^1].Context;
    }

    /// <summary>The thumbprint of the certificate that a client's connection began with.</summary>
    public string Seen(HttpClient client) => _seen[client];

    public HttpClient Client(SslProtocols protocols)
    {
        HttpClient? client = null;
        var handler = new SocketsHttpHandler
        {
            SslOptions =
            {
                EnabledSslProtocols = protocols,
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    _seen[client!] = certificate!.GetCertHashString();
                    return Trusts((X509Certificate2)certificate);
                },
            },
        };
        return client = new HttpClient(handler);
    }

    public void Dispose() => _identities.ForEach(identity => identity.Dispose());

    private bool Trusts(X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        _identities.ForEach(identity => chain.ChainPolicy.CustomTrustStore.Add(X509Certificate2.CreateFromPem(identity.AuthorityPem)));
        return chain.Build(certificate) && certificate.MatchesHostname("127.0.0.1");
    }
}
