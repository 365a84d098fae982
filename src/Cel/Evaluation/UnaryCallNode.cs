using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A call with one argument. An error as argument is the result; the call costs all the same.</summary>
internal sealed class UnaryCallNode(CallTarget target, Node argument) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = argument.Evaluate(run);
        var result = value.IsError && !target.TakesErrors ? value : target.Run(value);
        target.Charge(run, new ReadOnlySpan<CelValue>(in value), result);
        return result;
    }
}
