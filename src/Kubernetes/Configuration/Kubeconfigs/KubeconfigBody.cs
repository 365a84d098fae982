using System.Text.Json.Serialization;

namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>A kubeconfig file as it is written.</summary>
internal sealed record KubeconfigBody
{
    [JsonPropertyName("current-context")]
    public string? CurrentContext { get; init; }

    public IReadOnlyList<NamedCluster>? Clusters { get; init; }

    public IReadOnlyList<NamedUser>? Users { get; init; }

    public IReadOnlyList<NamedContext>? Contexts { get; init; }

    public sealed record NamedCluster(string? Name, KubeconfigCluster? Cluster);

    public sealed record NamedUser(string? Name, KubeconfigUser? User);

    public sealed record NamedContext(string? Name, KubeconfigContext? Context);
}
