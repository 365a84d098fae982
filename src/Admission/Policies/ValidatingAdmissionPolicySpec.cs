namespace Daytwo.Admission.Policies;

/// <summary>What a ValidatingAdmissionPolicy asks of requests.</summary>
public sealed record ValidatingAdmissionPolicySpec
{
    public ParamKind? ParamKind { get; init; }

    public MatchResources? MatchConstraints { get; init; }

    public IReadOnlyList<Validation> Validations { get => field ?? []; init; }

    public FailurePolicy FailurePolicy { get; init; }

    public IReadOnlyList<AuditAnnotation> AuditAnnotations { get => field ?? []; init; }

    public IReadOnlyList<MatchCondition> MatchConditions { get => field ?? []; init; }

    public IReadOnlyList<Variable> Variables { get => field ?? []; init; }
}
