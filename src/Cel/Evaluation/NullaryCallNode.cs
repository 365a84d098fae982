using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A call without arguments.</summary>
internal sealed class NullaryCallNode(CallTarget target) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var result = target.Run(ReadOnlySpan<CelValue>.Empty);
        target.Charge(run, [], result);
        return result;
    }
}
