using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>Any loop: while the condition holds, each step computes the next accumulator. Costs what its parts cost.</summary>
internal sealed class LoopNode(LoopSlots slots, SourcePosition position) : Node
{
    public required Node Range { get; init; }

    public required Node Initial { get; init; }

    public Node Condition { get; set; } = null!;

    public Node Step { get; set; } = null!;

    public Node Result { get; set; } = null!;

    /// <summary>The initial accumulator, computed when it is first read; lists and maps that begin empty are then added to in place.</summary>
    public CelValue Initialize(EvaluationRun run)
    {
        var value = Initial.Evaluate(run);
        if (value.Kind is CelKind.List or CelKind.Map && value.Count == 0)
        {
            value = new CelValue(value.Kind == CelKind.List ? new GrowingList() : new ComputedMap(), 0);
        }

        return run.Slots[slots.Accumulator] = value;
    }

    public override CelValue Evaluate(EvaluationRun run)
    {
        run.Slots[slots.Accumulator] = default;
        var range = Range.Evaluate(run);
        if (range.Kind is not (CelKind.List or CelKind.Map))
        {
            return range.IsError ? range : NodeErrors.At(CelValue.OfError(Refusal(range)), position);
        }

        var count = range.Count;
        for (var i = 0; i < count; i++)
        {
            Assign(run, range, i);
            var condition = Condition.Evaluate(run);
            if (condition.Kind == CelKind.Bool && !condition.AsBool)
            {
                break;
            }

            run.Slots[slots.Accumulator] = Step.Evaluate(run);
            if (!run.MayGoOn())
            {
                return CelValue.OfError("operation interrupted");
            }
        }

        var result = Result.Evaluate(run);
        if (result.Handle is GrowingList list)
        {
            list.Complete();
        }

        return result;
    }

    private void Assign(EvaluationRun run, CelValue range, int index)
    {
        if (slots.Second < 0)
        {
            if (slots.Variable >= 0)
            {
                run.Slots[slots.Variable] = range.Kind == CelKind.List ? range[index] : range.KeyAt(index);
            }
        }
        else
        {
            run.Slots[slots.Variable] = range.Kind == CelKind.List ? CelValue.Of((long)index) : range.KeyAt(index);
            run.Slots[slots.Second] = range.Kind == CelKind.List ? range[index] : range.ValueAt(index);
        }
    }

    private string Refusal(CelValue range) => slots.Second < 0
        ? $"got '{GoTypeNames.Of(range)}', expected iterable type"
        : $"unsupported comprehension range type: {GoTypeNames.Of(range)}";
}
