namespace Daytwo.Proof.Auditing;

/// <summary>What came of one rule.</summary>
public sealed record RuleCounts(string Rule, AuditCounts Summary);
