namespace Daytwo.Proof.Suites;

/// <summary>What a case says becomes of its request.</summary>
public enum Expectation
{
    /// <summary>It passes, and nothing is said.</summary>
    Allow,

    /// <summary>It is refused when the rule is in mode Enforce.</summary>
    Deny,

    /// <summary>It passes with a warning when the rule is in mode Warn.</summary>
    Warn,
}
