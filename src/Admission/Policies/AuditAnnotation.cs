namespace Daytwo.Admission.Policies;

/// <summary>What is written to the audit event of every request that a policy looks at.</summary>
public sealed record AuditAnnotation
{
    public string Key { get => field ?? ""; init; }

    public string ValueExpression { get => field ?? ""; init; }
}
