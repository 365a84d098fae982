using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>A user as a kubeconfig writes it. Its text form shows nothing.</summary>
internal sealed record KubeconfigUser
{
    [JsonPropertyName("client-certificate")]
    public string? ClientCertificate { get; init; }

    [JsonPropertyName("client-certificate-data")]
    public string? ClientCertificateData { get; init; }

    [JsonPropertyName("client-key")]
    public string? ClientKey { get; init; }

    [JsonPropertyName("client-key-data")]
    public string? ClientKeyData { get; init; }

    public string? Token { get; init; }

    public string? TokenFile { get; init; }

    public string? Username { get; init; }

    [JsonPropertyName("as")]
    public string? Impersonate { get; init; }

    [JsonPropertyName("as-uid")]
    public string? ImpersonateUid { get; init; }

    [JsonPropertyName("as-groups")]
    public IReadOnlyList<string>? ImpersonateGroups { get; init; }

    [JsonPropertyName("as-user-extra")]
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? ImpersonateExtra { get; init; }

    [JsonPropertyName("auth-provider")]
    public JsonNode? AuthProvider { get; init; }

    public KubeconfigExec? Exec { get; init; }

    public override string ToString() => "a kubeconfig's user";
}
