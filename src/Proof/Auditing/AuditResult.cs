namespace Daytwo.Proof.Auditing;

/// <summary>What a rule says of an object, or why it says nothing.</summary>
/// <param name="Check">The field of the rule that decided, such as <c>validations[0]</c>; null when no single one did.</param>
/// <param name="Message">What admission would tell; cut when it is long.</param>
/// <param name="Object">Null when the rule as a whole is meant.</param>
public sealed record AuditResult(string Rule, string? Check, AuditOutcome Outcome, string Message, AuditedObject? Object)
{
    /// <summary>Of the rule's annotation <c>daytwo.dev/severity</c>; null when it has none.</summary>
    public string? Severity { get; init; }

    /// <summary>Of the rule's annotation <c>daytwo.dev/category</c>; null when it has none.</summary>
    public string? Category { get; init; }
}
