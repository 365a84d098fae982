namespace Daytwo.Proof.Auditing;

/// <summary>What came of a rule and an object, in the words of a PolicyReport; the gravest first, which is the order in which results are kept.</summary>
public enum AuditOutcome
{
    /// <summary>The object breaks the rule.</summary>
    Fail,

    /// <summary>It could not be told: an expression failed.</summary>
    Error,

    /// <summary>The object breaks a rule in mode Warn, or a rule would still change it.</summary>
    Warn,

    /// <summary>The rule, or an exception of it, cannot be judged on stored objects.</summary>
    Skip,

    /// <summary>The object keeps the rule.</summary>
    Pass,
}
