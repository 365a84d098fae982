namespace Daytwo.Kubernetes.Requests;

/// <summary><c>metav1.DeleteOptions</c> as sent.</summary>
internal sealed record DeleteOptionsBody(DeletePreconditionsBody? Preconditions, string? PropagationPolicy)
{
    public string ApiVersion { get; } = "v1";

    public string Kind { get; } = "DeleteOptions";
}
