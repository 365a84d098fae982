using Daytwo.Cel.Values;

namespace Daytwo.Cel;

/// <summary>The outcome of a run.</summary>
/// <param name="Value">The value, or the error as a value; of no use when the run was ended.</param>
/// <param name="Cost">As cel-go counts it; of a run over budget that at which it ended.</param>
public readonly record struct CelResult(CelValue Value, long Cost, CelOutcome Outcome)
{
    /// <summary>Why there is no value, in the words of the apiserver; null when there is one.</summary>
    public string? Error => Outcome switch
    {
        CelOutcome.Value => null,
        CelOutcome.Error => Value.AsError.Message,
        CelOutcome.OverBudget => "operation cancelled: actual cost limit exceeded",
        _ => "operation interrupted",
    };
}
