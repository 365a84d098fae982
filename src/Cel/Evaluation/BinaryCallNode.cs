using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A call with two arguments. Both are evaluated; the first error is the result, and the call costs all the same.</summary>
internal sealed class BinaryCallNode(CallTarget target, Node left, Node right) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var arguments = default(ValuePair);
        arguments[0] = left.Evaluate(run);
        arguments[1] = right.Evaluate(run);
        var result = arguments[0].IsError ? arguments[0] : arguments[1].IsError ? arguments[1] : target.Run(arguments[0], arguments[1]);
        target.Charge(run, arguments, result);
        return result;
    }
}
