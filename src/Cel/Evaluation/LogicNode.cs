using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>&amp;&amp; and ||: the deciding value (false, true) of either side wins over errors of the other. Costs nothing itself.</summary>
/// <param name="deciding">The value that decides: false for &amp;&amp;, true for ||.</param>
internal sealed class LogicNode(bool deciding, Node left, Node right, SourcePosition position) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var first = left.Evaluate(run);
        if (first.Kind == CelKind.Bool && first.AsBool == deciding)
        {
            return first;
        }

        var second = right.Evaluate(run);
        if (second.Kind == CelKind.Bool && (second.AsBool == deciding || first.Kind == CelKind.Bool))
        {
            return second;
        }

        return NodeErrors.NoOverload(first.Kind == CelKind.Bool ? second : first, position);
    }
}
