using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Amazon.Runtime;

namespace Daytwo.Storage.S3;

/// <summary>The connections of one store, so that certificates to trust and time limits are the store's own.</summary>
internal sealed class S3HttpClients : HttpClientFactory, IDisposable
{
    private readonly SocketsHttpHandler handler;
    private readonly HttpClient client;

    /// <exception cref="StoreException">The certificates to trust cannot be read.</exception>
    public S3HttpClients(S3Settings settings)
    {
        handler = new SocketsHttpHandler
        {
            ConnectTimeout = settings.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
            AllowAutoRedirect = false,
        };
        if (settings.CertificateAuthorityPem is { } pem)
        {
            handler.SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = TrustOnly(pem, settings) };
        }

        client = new HttpClient(handler) { Timeout = settings.RequestTimeout };
    }

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    public void Dispose()
    {
        client.Dispose();
        handler.Dispose();
    }

    private static X509ChainPolicy TrustOnly(string pem, S3Settings settings)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPem(pem);
        }
        catch (System.Security.Cryptography.CryptographicException e)
        {
            throw Unusable(settings, e);
        }

        return policy.CustomTrustStore.Count > 0 ? policy : throw Unusable(settings, null);
    }

    private static StoreException Unusable(S3Settings settings, Exception? inner) => new(
        StoreFailure.Misconfigured, $"The certificate authority given for {settings.Address} holds no readable PEM certificate.", inner);
}
