namespace Daytwo.Crds.Admission.Status;

/// <summary>What one webhook replica counted of a rule.</summary>
public sealed record RuleTraffic
{
    /// <summary>Which replica; absent where that is told otherwise.</summary>
    public string? Replica { get; init; }

    /// <summary>The metadata.generation of the rule that was counted; absent where that is told otherwise.</summary>
    public long? Generation { get; init; }

    /// <summary>When it began to count.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Its verdicts. Absent numbers are zero.</summary>
    public RuleCounters? Counters { get; init; }

    /// <summary>Its comparisons. Absent numbers are zero.</summary>
    public OutletComparison? Comparison { get; init; }
}
