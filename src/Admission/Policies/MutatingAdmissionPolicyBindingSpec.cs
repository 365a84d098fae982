namespace Daytwo.Admission.Policies;

/// <summary>Puts a mutation in force: where, with which parameters.</summary>
public sealed record MutatingAdmissionPolicyBindingSpec
{
    public string PolicyName { get => field ?? ""; init; }

    public ParamRef? ParamRef { get; init; }

    public MatchResources? MatchResources { get; init; }
}
