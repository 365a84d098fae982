namespace Daytwo.Proof.Auditing;

/// <summary>How far an audit is.</summary>
/// <param name="Step">What is being read, such as <c>pods</c>.</param>
/// <param name="Done">Objects of this step so far.</param>
/// <param name="Total">Of how many; null when nobody knows.</param>
public sealed record AuditProgress(string Step, long Done, long? Total);
