using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary><c>has(a.b)</c>: costs what its selections cost.</summary>
internal sealed class PresenceNode(AttributeNode attribute) : Node
{
    /// <summary>The attribute that ends in a test of presence.</summary>
    public AttributeNode Attribute { get; } = attribute;

    public override CelValue Evaluate(EvaluationRun run)
    {
        var value = Attribute.Resolve(run);
        return value.Kind == CelKind.Optional ? CelValue.Of(value.HasValue) : value;
    }
}
