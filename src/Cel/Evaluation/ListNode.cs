using Daytwo.Cel.Costs;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A list with elements that are not all constant.</summary>
internal sealed class ListNode(Node[] elements, bool[] optional, SourcePosition position) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var list = Create(run);
        run.Charge(CostFactors.ListCreation);
        return list;
    }

    private CelValue Create(EvaluationRun run)
    {
        var items = new CelValue[elements.Length];
        var count = 0;
        for (var i = 0; i < elements.Length; i++)
        {
            var value = elements[i].Evaluate(run);
            if (value.IsError)
            {
                return value;
            }

            if (optional[i])
            {
                if (value.Kind != CelKind.Optional)
                {
                    return NodeErrors.At(CelValue.OfError($"cannot initialize optional list element from non-optional value {value}"), position);
                }

                if (!value.HasValue)
                {
                    continue;
                }

                value = value.OptionalValue;
            }

            items[count++] = value;
        }

        return CelValue.Of(count == items.Length ? items : items[..count]);
    }
}
