namespace Daytwo.Cel;

/// <summary>How a run ended.</summary>
public enum CelOutcome
{
    /// <summary>With a value.</summary>
    Value,

    /// <summary>The expression failed.</summary>
    Error,

    /// <summary>It cost more than allowed.</summary>
    OverBudget,

    /// <summary>It was cancelled.</summary>
    Cancelled,
}
