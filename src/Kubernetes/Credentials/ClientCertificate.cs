using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Credentials;

/// <summary>A client certificate with its key and the intermediates to send along.</summary>
public sealed class ClientCertificate
{
    private ClientCertificate(X509Certificate2 leaf, SslStreamCertificateContext context) => (Leaf, Context) = (leaf, context);

    public string Subject => Leaf.Subject;

    /// <summary>Tells certificates apart.</summary>
    public string Thumbprint => Leaf.Thumbprint;

    public DateTimeOffset NotAfter => Leaf.NotAfter.ToUniversalTime();

    internal X509Certificate2 Leaf { get; }

    internal SslStreamCertificateContext Context { get; }

    /// <param name="name">Where it came from, for messages.</param>
    /// <exception cref="ConfigurationException">It is no certificate with its key.</exception>
    public static ClientCertificate FromPem(string name, ReadOnlySpan<byte> certificatePem, ReadOnlySpan<byte> keyPem)
    {
        try
        {
            var certificateText = Encoding.ASCII.GetString(certificatePem);
            var leaf = X509Certificate2.CreateFromPem(certificateText, Encoding.ASCII.GetString(keyPem));
            var chain = new X509Certificate2Collection();
            chain.ImportFromPem(certificateText);
            return new ClientCertificate(leaf, SslStreamCertificateContext.Create(leaf, [.. chain.Skip(1)], offline: true));
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new ConfigurationException(
                $"the client certificate {name} cannot be used: {e.Message} (PEM is expected: certificate first, and its RSA or ECDSA key, unencrypted)", e);
        }
    }
}
