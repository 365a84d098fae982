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

        return new HttpClient(new SocketsHttpHandler { SslOptions = options, UseProxy = false }, disposeHandler: true);
    }
}
