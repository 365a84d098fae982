using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>What is selected from a computed value: a call's, a literal's.</summary>
internal sealed class ComputedNode(Node operand) : AttributeNode
{
    public override CelValue Resolve(EvaluationRun run)
    {
        var value = operand.Evaluate(run);
        return value.IsError ? value : Select(run, value);
    }
}
