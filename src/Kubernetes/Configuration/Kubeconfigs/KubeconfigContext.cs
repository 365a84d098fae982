namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

internal sealed record KubeconfigContext
{
    public string? Cluster { get; init; }

    public string? User { get; init; }

    public string? Namespace { get; init; }
}
