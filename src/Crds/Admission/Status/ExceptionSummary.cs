namespace Daytwo.Crds.Admission.Status;

/// <summary>The RuleExceptions that name a rule.</summary>
public sealed record ExceptionSummary
{
    /// <summary>How many are in force.</summary>
    public int? Active { get; init; }

    /// <summary>How many have expired and can be deleted.</summary>
    public int? Expired { get; init; }

    /// <summary>When the next one ends.</summary>
    public DateTimeOffset? NextExpiry { get; init; }
}
