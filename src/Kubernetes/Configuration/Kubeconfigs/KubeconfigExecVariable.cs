namespace Daytwo.Kubernetes.Configuration.Kubeconfigs;

internal sealed record KubeconfigExecVariable(string? Name, string? Value)
{
    public override string ToString() => Name ?? "";
}
