using Daytwo.Cel.Costs;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>== and !=. Cost a tenth of the smaller side's size, rounded up; == of libraries' values costs 1.</summary>
internal sealed class EqualityNode(Node left, Node right, bool negated) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var first = left.Evaluate(run);
        var second = right.Evaluate(run);
        run.Charge(!negated && first.Kind == CelKind.Opaque ? 1 : CostFactors.Traversal(Math.Min(ValueSize.OfContent(first), ValueSize.OfContent(second))));
        if (first.IsError)
        {
            return first;
        }

        if (second.IsError)
        {
            return second;
        }

        var equal = CelEquality.Compare(first, second);
        return negated ? CelValue.Of(!equal.IsTrue) : equal;
    }
}
