using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Daytwo.Kubernetes.Configuration;

namespace Daytwo.Kubernetes.Transport;

/// <summary>Decides whether an apiserver's certificate is believed, and says why not in words that help.</summary>
internal sealed class ServerTrust
{
    private readonly X509Certificate2Collection? _authorities;
    private readonly string _source;
    private readonly bool _anyone;

    private ServerTrust(X509Certificate2Collection? authorities, string source, bool anyone = false) =>
        (_authorities, _source, _anyone) = (authorities, source, anyone);

    /// <summary>The system's authorities.</summary>
    public static ServerTrust System { get; } = new(null, "the system's authorities");

    /// <summary>Any certificate at all; for <c>insecure-skip-tls-verify</c> only.</summary>
    public static ServerTrust Anyone { get; } = new(null, "anyone", anyone: true);

    /// <summary>Only these authorities, none of the system's.</summary>
    /// <exception cref="ConfigurationException">The text holds no certificate.</exception>
    public static ServerTrust Authorities(string name, ReadOnlySpan<byte> pem)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(Encoding.ASCII.GetString(pem));
        }
        catch (CryptographicException e)
        {
            throw new ConfigurationException($"the certificate authority {name} cannot be used: {e.Message}", e);
        }

        return authorities.Count > 0
            ? new ServerTrust(authorities, name)
            : throw new ConfigurationException($"the certificate authority {name} holds no certificate; PEM is expected");
    }

    public void ApplyTo(SslClientAuthenticationOptions options)
    {
        if (_authorities is not null)
        {
            options.CertificateChainPolicy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            };
            options.CertificateChainPolicy.CustomTrustStore.AddRange(_authorities);
        }

        options.RemoteCertificateValidationCallback = (_, certificate, chain, errors) =>
            _anyone || errors == SslPolicyErrors.None || IsAnchored(chain, errors)
                ? true
                : throw new AuthenticationException(Explain(certificate, chain, errors));
    }

    /// <summary>An intermediate authority that is configured is an anchor itself, as everywhere in Kubernetes.</summary>
    private bool IsAnchored(X509Chain? chain, SslPolicyErrors errors) =>
        _authorities is not null && errors == SslPolicyErrors.RemoteCertificateChainErrors && chain is not null
        && chain.ChainStatus.All(s => s.Status == X509ChainStatusFlags.PartialChain)
        && chain.ChainElements.Skip(1).Any(e => _authorities.Any(a => a.RawDataMemory.Span.SequenceEqual(e.Certificate.RawDataMemory.Span)));

    private string Explain(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is not X509Certificate2 leaf)
        {
            return "the server sent no certificate";
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, s) => all | s.Status) ?? X509ChainStatusFlags.NoError;
        var who = $"the server's certificate ({leaf.Subject}, issued by {leaf.Issuer})";
        return status switch
        {
            _ when status.HasFlag(X509ChainStatusFlags.NotTimeValid) =>
                $"{who} or an authority of it is not valid now: it is valid from {leaf.NotBefore.ToUniversalTime():u} to {leaf.NotAfter.ToUniversalTime():u}",
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => $"{who} is for other names: {NamesOf(leaf)}",
            _ when (status & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.NotSignatureValid)) != 0 =>
                $"{who} is not signed by {_source}",
            _ => $"{who} is not believed: {status}",
        };
    }

    private static string NamesOf(X509Certificate2 leaf)
    {
        var names = leaf.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        return names is null
            ? "it has none"
            : string.Join(", ", [.. names.EnumerateDnsNames(), .. names.EnumerateIPAddresses().Select(a => a.ToString())]);
    }
}
