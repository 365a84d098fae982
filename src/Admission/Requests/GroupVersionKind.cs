namespace Daytwo.Admission.Requests;

/// <summary>A kind in one version of its group; the core group is empty.</summary>
public readonly record struct GroupVersionKind(string Group, string Version, string Kind)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>As Go prints it: <c>apps/v1, Kind=Deployment</c>.</summary>
    public override string ToString() => $"{Group}/{Version}, Kind={Kind}";
}
