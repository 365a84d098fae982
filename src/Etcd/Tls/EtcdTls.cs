using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.Etcd.Tls;

/// <summary>The certificate authorities that servers are checked against, and the certificate shown to them.</summary>
/// <remarks>Loaded once: to follow rotated files, make a new one. It may be shared; dispose it after the clients that use it.</remarks>
public sealed class EtcdTls : IDisposable
{
    private EtcdTls(X509Certificate2Collection authorities, X509Certificate2? client, X509Certificate2Collection intermediates)
    {
        Authorities = authorities;
        Client = client;
        Intermediates = intermediates;
    }

    /// <summary>Empty: the system's trust store decides.</summary>
    internal X509Certificate2Collection Authorities { get; }

    internal X509Certificate2? Client { get; }

    internal X509Certificate2Collection Intermediates { get; }

    /// <summary>Reads PEM texts; null leaves a part out. A certificate text may carry its intermediates after it.</summary>
    /// <exception cref="EtcdTlsException">A text is no PEM, a part is missing, or the key is not the certificate's.</exception>
    public static EtcdTls FromPem(string? authorities, string? certificate, string? key)
    {
        if (certificate is null != key is null)
        {
            throw new EtcdTlsException("a client certificate needs both the certificate and its key; one of them is missing");
        }

        var trusted = Import(authorities, "the certificate authority");
        if (certificate is null || key is null)
        {
            return new EtcdTls(trusted, client: null, []);
        }

        var chain = Import(certificate, "the client certificate");
        var leaf = chain[0];
        chain.RemoveAt(0);
        using (leaf)
        {
            return new EtcdTls(trusted, Pair(leaf, key), chain);
        }
    }

    /// <inheritdoc cref="FromPem(string?, string?, string?)"/>
    public static EtcdTls FromPem(ReadOnlySpan<byte> authorities, ReadOnlySpan<byte> certificate, ReadOnlySpan<byte> key) =>
        FromPem(Text(authorities), Text(certificate), Text(key));

    /// <summary>Reads PEM files; null leaves a part out.</summary>
    /// <exception cref="EtcdTlsException">A file cannot be read, or as <see cref="FromPem(string?, string?, string?)"/>.</exception>
    public static EtcdTls FromFiles(string? authorities, string? certificate, string? key) =>
        FromPem(Read(authorities), Read(certificate), Read(key));

    public void Dispose()
    {
        Client?.Dispose();
        foreach (var certificate in Authorities.Concat(Intermediates))
        {
            certificate.Dispose();
        }
    }

    private static string? Text(ReadOnlySpan<byte> pem) => pem.IsEmpty ? null : System.Text.Encoding.ASCII.GetString(pem);

    private static string? Read(string? path)
    {
        try
        {
            return path is null ? null : File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EtcdTlsException($"cannot read {path}: {e.Message}", e);
        }
    }

    private static X509Certificate2Collection Import(string? pem, string what)
    {
        var certificates = new X509Certificate2Collection();
        if (pem is null)
        {
            return certificates;
        }

        try
        {
            certificates.ImportFromPem(pem);
        }
        catch (CryptographicException e)
        {
            throw new EtcdTlsException($"{what} cannot be read: {e.Message}", e);
        }

        return certificates.Count > 0
            ? certificates
            : throw new EtcdTlsException($"{what} has no PEM block \"BEGIN CERTIFICATE\"");
    }

    private static X509Certificate2 Pair(X509Certificate2 leaf, string key)
    {
        try
        {
            return X509Certificate2.CreateFromPem(leaf.ExportCertificatePem(), key);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new EtcdTlsException($"the client key does not fit the client certificate {leaf.Subject}, or is no unencrypted PEM key", e);
        }
    }
}
