namespace Daytwo.Admission.Policies;

/// <summary>An expression that must be true for a policy to apply.</summary>
public sealed record MatchCondition
{
    public string Name { get => field ?? ""; init; }

    public string Expression { get => field ?? ""; init; }
}
