using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A node of a program. Evaluating it adds to the run's cost what cel-go's tracker counts, at the same moments.</summary>
internal abstract class Node
{
    /// <summary>The value, which may be an error; never unset.</summary>
    public abstract CelValue Evaluate(EvaluationRun run);
}
