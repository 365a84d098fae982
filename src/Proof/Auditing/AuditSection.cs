namespace Daytwo.Proof.Auditing;

/// <summary>The results of one report: of the whole audit, or of one namespace.</summary>
/// <param name="Namespace">Null for the whole, and for what has no namespace.</param>
/// <param name="Summary">Of all results.</param>
/// <param name="Results">The gravest first; passes are counted only.</param>
/// <param name="LeftOff">How many more there were.</param>
public sealed record AuditSection(string? Namespace, AuditCounts Summary, IReadOnlyList<AuditResult> Results, long LeftOff);
