namespace Daytwo.Admission.Policies;

/// <summary>What a MutatingAdmissionPolicy changes.</summary>
public sealed record MutatingAdmissionPolicySpec
{
    public ParamKind? ParamKind { get; init; }

    public MatchResources? MatchConstraints { get; init; }

    public IReadOnlyList<Variable> Variables { get => field ?? []; init; }

    public IReadOnlyList<Mutation> Mutations { get => field ?? []; init; }

    public FailurePolicy FailurePolicy { get; init; }

    public IReadOnlyList<MatchCondition> MatchConditions { get => field ?? []; init; }

    public ReinvocationPolicy ReinvocationPolicy { get; init; }
}
