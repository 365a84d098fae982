namespace Daytwo.Crds.Admission.Status;

/// <summary>Something to know about a rule or an exception of it.</summary>
public sealed record RuleFinding
{
    /// <summary>Error: the rule cannot be served so. Warning: it can, and something may surprise.</summary>
    public FindingLevel? Level { get; init; }

    /// <summary>Where, such as spec.validations[0].expression; a RuleException's begins with its kind and name.</summary>
    public string? Field { get; init; }

    /// <summary>What is wrong, what is allowed, what to do.</summary>
    public string? Message { get; init; }
}
