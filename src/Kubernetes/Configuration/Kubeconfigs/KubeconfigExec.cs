namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

/// <summary>How a kubeconfig says to run a program that gives credentials.</summary>
internal sealed record KubeconfigExec
{
    public string? ApiVersion { get; init; }

    public string? Command { get; init; }

    public IReadOnlyList<string>? Args { get; init; }

    public IReadOnlyList<KubeconfigExecVariable>? Env { get; init; }

    public string? InstallHint { get; init; }

    public bool ProvideClusterInfo { get; init; }

    /// <summary><c>Never</c>, <c>IfAvailable</c> or <c>Always</c>.</summary>
    public string? InteractiveMode { get; init; }
}
