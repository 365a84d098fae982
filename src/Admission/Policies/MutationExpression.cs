namespace Daytwo.Admission.Policies;

/// <summary>An expression that evaluates to a change.</summary>
public sealed record MutationExpression
{
    public string Expression { get => field ?? ""; init; }
}
