using Daytwo.Cel.Costs;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>An object initializer of a mutation.</summary>
internal sealed class ObjectNode(CelType type, (string Name, Node Value, bool Optional)[] fields, SourcePosition position) : Node
{
    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = Create(run);
        run.Charge(CostFactors.ObjectCreation);
        return value;
    }

    private CelValue Create(EvaluationRun run)
    {
        var map = new ComputedMap();
        foreach (var (name, node, optional) in fields)
        {
            var value = node.Evaluate(run);
            if (value.IsError)
            {
                return value;
            }

            if (optional)
            {
                if (value.Kind != CelKind.Optional)
                {
                    return NodeErrors.At(CelValue.OfError($"cannot initialize optional entry '{name}' from non-optional value {value}"), position);
                }

                if (!value.HasValue)
                {
                    map.Remove(CelValue.Of(name));
                    continue;
                }

                value = value.OptionalValue;
            }

            map.Set(CelValue.Of(name), value);
        }

        return new CelValue(new ObjectHandle(type, map), 0);
    }
}
