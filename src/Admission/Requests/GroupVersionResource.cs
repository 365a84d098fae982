namespace Daytwo.Admission.Requests;

/// <summary>A resource in one version of its group; the core group is empty.</summary>
public readonly record struct GroupVersionResource(string Group, string Version, string Resource)
{
    /// <summary>As Go prints it: <c>apps/v1, Resource=deployments</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Resource={Resource}";
}
