using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Daytwo.Etcd.Tls;

/// <summary>Checks a server's certificate and remembers why the last one was refused, so that an error can say it.</summary>
internal sealed class ServerTrust
{
    private volatile string? _refusal;
    private volatile bool _accepted;

    /// <summary>Why the last handshake was refused; null when it was not.</summary>
    public string? Refusal => _refusal;

    /// <summary>True when the last handshake's certificate was found right.</summary>
    public bool Accepted => _accepted;

    public SslClientAuthenticationOptions Options(EtcdTls? tls)
    {
        var options = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = Accept };
        if (tls is { Authorities.Count: > 0 })
        {
            var policy = new X509ChainPolicy
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
            };
            policy.CustomTrustStore.AddRange(tls.Authorities);
            options.CertificateChainPolicy = policy;
        }

        if (tls?.Client is { } client)
        {
            options.ClientCertificateContext = SslStreamCertificateContext.Create(client, tls.Intermediates, offline: true);
        }

        return options;
    }

    private bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _refusal = errors == SslPolicyErrors.None ? null : Describe(certificate as X509Certificate2, chain, errors);
        _accepted = errors == SslPolicyErrors.None;
        return _accepted;
    }

    private static string Describe(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return "the server sent no certificate";
        }

        var faults = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            faults.Add($"it is valid only for {Names(certificate)}");
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
        {
            faults.AddRange((chain?.ChainStatus ?? []).Select(s => Explain(s, certificate)).Distinct());
        }

        return $"the server's certificate {certificate.Subject} is not trusted: {string.Join("; ", faults)}";
    }

    private static string Explain(X509ChainStatus status, X509Certificate2 certificate) => status.Status switch
    {
        X509ChainStatusFlags.UntrustedRoot or X509ChainStatusFlags.PartialChain =>
            $"its issuer {certificate.Issuer} is not the given certificate authority",
        X509ChainStatusFlags.NotTimeValid => $"it is valid from {certificate.NotBefore:u} to {certificate.NotAfter:u}",
        _ => $"{status.Status}: {status.StatusInformation.Trim()}",
    };

    private static string Names(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>()
            .SelectMany(e => e.EnumerateDnsNames().Concat(e.EnumerateIPAddresses().Select(a => a.ToString())));
        return string.Join(", ", names) is { Length: > 0 } listed ? listed : "no name at all (it lacks subject alternative names)";
    }
}
