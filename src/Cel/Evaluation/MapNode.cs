using Daytwo.Cel.Costs;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>A map with keys or values that are not all constant.</summary>
internal sealed class MapNode((Node Key, Node Value, bool Optional)[] entries, SourcePosition position) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var map = Create(run);
        run.Charge(CostFactors.MapCreation);
        return map;
    }

    private CelValue Create(EvaluationRun run)
    {
        var map = new ComputedMap();
        foreach (var (keyNode, valueNode, optional) in entries)
        {
            var key = keyNode.Evaluate(run);
            if (key.IsError)
            {
                return key;
            }

            var value = valueNode.Evaluate(run);
            if (value.IsError)
            {
                return value;
            }

            if (optional)
            {
                if (value.Kind != CelKind.Optional)
                {
                    return NodeErrors.At(CelValue.OfError($"cannot initialize optional entry '{key}' from non-optional value {value}"), position);
                }

                if (!value.HasValue)
                {
                    if (GoPanics.NotRemovable(key, map.Count(0) == 0) is { } panic)
                    {
                        return run.BreakDown(panic);
                    }

                    map.Remove(key);
                    continue;
                }

                value = value.OptionalValue;
            }

            if (GoPanics.NotHashable(key) is { } reason)
            {
                return run.BreakDown(reason);
            }

            map.Set(key, value);
        }

        return new CelValue(map, 0);
    }
}
