namespace Daytwo.Admission.Policies;

/// <summary>Puts a policy in force: where, with which parameters, to what effect.</summary>
public sealed record ValidatingAdmissionPolicyBindingSpec
{
    public string PolicyName { get => field ?? ""; init; }

    public ParamRef? ParamRef { get; init; }

    public MatchResources? MatchResources { get; init; }

    public IReadOnlyList<ValidationAction> ValidationActions { get => field ?? []; init; }
}
