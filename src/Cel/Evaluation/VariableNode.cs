using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A variable: an input, or a loop's.</summary>
internal sealed class VariableNode(int slot, string name) : AttributeNode
{
    private readonly CelValue _missing = CelValue.OfError($"no such attribute(s): {name}");

    public int Slot => slot;

    public override CelValue Resolve(EvaluationRun run)
    {
        var value = run.Slots[slot];
        if (value.IsUnset)
        {
            return _missing;
        }

        return value.IsError ? value : Select(run, value);
    }
}
