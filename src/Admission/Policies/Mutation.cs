namespace Daytwo.Admission.Policies;

/// <summary>One change: <see cref="PatchType"/> says which of the two has the expression.</summary>
public sealed record Mutation
{
    public PatchType PatchType { get; init; }

    public MutationExpression? JsonPatch { get; init; }

    public MutationExpression? ApplyConfiguration { get; init; }
}
