using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A literal, or what was computed when the program was built; costs nothing.</summary>
internal sealed class ConstantNode(CelValue value) : Node
{
    public CelValue Value { get; } = value;

    public override CelValue Evaluate(EvaluationRun run) => Value;
}
