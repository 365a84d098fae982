using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>A cluster as a kubeconfig writes it.</summary>
internal sealed record KubeconfigCluster
{
    public string? Server { get; init; }

    [JsonPropertyName("certificate-authority")]
    public string? CertificateAuthority { get; init; }

    [JsonPropertyName("certificate-authority-data")]
    public string? CertificateAuthorityData { get; init; }

    [JsonPropertyName("insecure-skip-tls-verify")]
    public bool InsecureSkipTlsVerify { get; init; }

    [JsonPropertyName("tls-server-name")]
    public string? TlsServerName { get; init; }

    [JsonPropertyName("proxy-url")]
    public string? ProxyUrl { get; init; }

    public IReadOnlyList<KubeconfigExtension>? Extensions { get; init; }

    /// <summary>The extension that an exec plugin is given, as its name promises.</summary>
    public JsonNode? ExecConfig => Extensions?.FirstOrDefault(e => e.Name == "client.authentication.k8s.io/exec")?.Extension;
}
