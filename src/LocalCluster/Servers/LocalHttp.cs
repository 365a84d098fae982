using System.Diagnostics.CodeAnalysis;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Daytwo.LocalCluster.Pki;

namespace Daytwo.LocalCluster.Servers;

/// <summary>HTTP clients for readiness probes: they trust one authority and may show a certificate.</summary>
internal static class LocalHttp
{
    public static HttpClient Client(string? authorityFile = null, KeyPairFiles? client = null)
    {
        var options = new SslClientAuthenticationOptions();
        if (authorityFile is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            options.CertificateChainPolicy.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(authorityFile));
        }

        if (client is not null)
        {
            options.ClientCertificates = [X509Certificate2.CreateFromPemFile(client.Certificate, client.Key)];
        }

        return Client(options);
    }

    /// <summary>For programs that sign their own certificate; nothing is sent but the question whether they live.</summary>
    [SuppressMessage("Security", "CA5359:Do Not Disable Certificate Validation", Justification = "the certificate is self-signed and new at each start; the address is loopback")]
    public static HttpClient ClientOfAnyServer() => Client(new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = (_, _, _, _) => true });

    private static HttpClient Client(SslClientAuthenticationOptions options) =>
        new(new SocketsHttpHandler { SslOptions = options, UseProxy = false }, disposeHandler: true);
}
