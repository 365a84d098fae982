using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary><c>condition ? a : b</c>; costs what condition and chosen branch cost. Selections from it are selections from its branches.</summary>
internal sealed class ConditionalNode(Node condition, AttributeNode whenTrue, AttributeNode whenFalse, SourcePosition position) : AttributeNode
{
    public override void Add(Qualifier qualifier)
    {
        whenTrue.Add(qualifier);
        whenFalse.Add(qualifier);
    }

    public override CelValue Evaluate(EvaluationRun run) => Resolve(run);

    public override CelValue Resolve(EvaluationRun run)
    {
        var chosen = condition.Evaluate(run);
        return chosen.Kind == CelKind.Bool
            ? (chosen.AsBool ? whenTrue : whenFalse).Resolve(run)
            : NodeErrors.NoOverload(chosen, position);
    }
}
