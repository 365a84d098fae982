using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>
/// <c>has(a.b)</c>: costs what its selections cost. The tracker takes the 1 of an attribute back, which it never counted where the attribute is a ?: — that then costs 1 less.
/// </summary>
internal sealed class PresenceNode(AttributeNode attribute) : Node
{
    /// <summary>The attribute that ends in a test of presence.</summary>
    public AttributeNode Attribute { get; } = attribute;

    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = Attribute.Resolve(run);
        if (Attribute is ConditionalNode)
        {
            run.Charge(-1);
        }

        return value.Kind == CelKind.Optional ? CelValue.Of(value.HasValue) : value;
    }
}
