namespace Daytwo.Crds.Admission.Status;

/// <summary>What a rule said of the requests that it is about.</summary>
public sealed record RuleCounters
{
    /// <summary>They keep the rule.</summary>
    public long? Allowed { get; init; }

    /// <summary>They were refused, in mode Enforce.</summary>
    public long? Denied { get; init; }

    /// <summary>They passed with a warning, in mode Warn.</summary>
    public long? Warned { get; init; }

    /// <summary>They passed and were noted in the audit log, in mode Audit.</summary>
    public long? Audited { get; init; }

    /// <summary>They passed, and would have been refused: mode Shadow.</summary>
    public long? ShadowDenied { get; init; }

    /// <summary>They were changed by mutations.</summary>
    public long? Changed { get; init; }

    /// <summary>An expression failed; failurePolicy says what became of them.</summary>
    public long? Errors { get; init; }
}
