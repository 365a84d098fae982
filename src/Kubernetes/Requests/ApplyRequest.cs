namespace Daytwo.Kubernetes.Requests;

/// <summary>How to apply.</summary>
/// <param name="FieldManager">Who owns the fields sent.</param>
/// <param name="Force">Take fields over from other managers; without it their fields answer Conflict.</param>
/// <param name="Subresource">Such as <c>status</c>; null for the object itself.</param>
public sealed record ApplyRequest(string FieldManager, bool Force = false, string? Subresource = null)
{
    /// <summary>Validate, admit and answer, but store nothing.</summary>
    public bool DryRun { get; init; }
}
