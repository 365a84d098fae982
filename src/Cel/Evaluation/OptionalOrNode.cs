using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary><c>optional.or(optional)</c> and <c>optional.orValue(value)</c>: the right side is evaluated only when it is needed. Costs nothing itself.</summary>
/// <param name="unwraps">orValue: the result is the content.</param>
/// <param name="refusesOthers">Whether a left side that is no optional is an error (v1.37), or the result (v1.36).</param>
internal sealed class OptionalOrNode(Node left, Node right, bool unwraps, bool refusesOthers, SourcePosition position) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = left.Evaluate(run);
        if (value.Kind != CelKind.Optional)
        {
            return refusesOthers ? NodeErrors.NoOverload(value, position) : value;
        }

        return !value.HasValue ? right.Evaluate(run) : unwraps ? value.OptionalValue : value;
    }
}
