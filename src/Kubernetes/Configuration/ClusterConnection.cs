using Daytwo.Kubernetes.Credentials;

namespace Daytwo.Kubernetes.Configuration;

/// <summary>How to reach one cluster's API, and as whom. Made from a kubeconfig or from inside a pod.</summary>
public sealed record ClusterConnection
{
    /// <summary>The apiservers' addresses, of one cluster; when one cannot be reached the next is tried.</summary>
    public required IReadOnlyList<Uri> Servers { get; init; }

    /// <summary>Who may have signed the servers' certificates; null for the system's authorities.</summary>
    public PemSource? CertificateAuthority { get; init; }

    /// <summary>Believe any server certificate. Anyone on the way can then read and change everything.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>The name the servers' certificates must have; null for the address's own.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>An HTTP or SOCKS5 proxy to go through; null for none. The environment's proxies are never used.</summary>
    public Uri? Proxy { get; init; }

    public ICredentialSource Credentials { get; init; } = AnonymousCredentials.Instance;

    public Impersonation? Impersonation { get; init; }

    /// <summary>The namespace to use where none is named.</summary>
    public string Namespace { get; init; } = "default";

    /// <summary>Where this came from, for messages, such as a file and context.</summary>
    public string Origin { get; init; } = "";
}
