namespace Daytwo.Proof.Auditing;

/// <summary>What to report.</summary>
public sealed record AuditOptions
{
    public const int DefaultMaxResults = 500;

    /// <summary>The most results in one report.</summary>
    public int MaxResults { get; init; } = DefaultMaxResults;

    /// <summary>A report for each namespace and one for the rest, instead of one for all.</summary>
    public bool ByNamespace { get; init; }
}
