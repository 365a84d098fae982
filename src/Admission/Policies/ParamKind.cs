namespace Daytwo.Admission.Policies;

/// <summary>The kind of a policy's parameters.</summary>
public sealed record ParamKind
{
    public string ApiVersion { get => field ?? ""; init; }

    public string Kind { get => field ?? ""; init; }
}
