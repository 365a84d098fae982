using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A loop's accumulator, whose initial value is computed when it is first read.</summary>
internal sealed class LazyVariableNode(int slot, LoopNode loop) : AttributeNode
{
    public override CelValue Resolve(EvaluationRun run)
    {
        var value = run.Slots[slot];
        if (value.IsUnset)
        {
            value = loop.Initialize(run);
        }

        return value.IsError ? value : Select(run, value);
    }
}
