namespace Daytwo.Kubernetes.Configuration;

/// <summary>Which connection is wanted; a default instance wants what kubectl would use.</summary>
public sealed record ConnectionRequest
{
    /// <summary>The one kubeconfig to use; null for the files of KUBECONFIG, else <c>~/.kube/config</c>, else the pod's own.</summary>
    public string? KubeconfigPath { get; init; }

    /// <summary>The context to use; null for the file's current one.</summary>
    public string? Context { get; init; }

    /// <summary>Addresses to use instead of the configured one, all of the same cluster.</summary>
    public IReadOnlyList<Uri>? Servers { get; init; }

    /// <summary>Whether an exec plugin may talk to the user through the terminal.</summary>
    public bool Interactive { get; init; }
}
