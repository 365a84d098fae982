using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

internal sealed partial class Planner
{
    /// <summary>Conversions of literals are computed when the program is built.</summary>
    private static readonly HashSet<string> Conversions = ["bool", "bytes", "double", "duration", "dyn", "int", "string", "timestamp", "type", "uint"];

    private Node Call(CallExpression node)
    {
        switch (node.Function)
        {
            case Operators.Index:
                return Index(node, optional: false);
            case Operators.OptionalIndex:
            case Operators.OptionalSelect:
                return Index(node, optional: true);
        }

        var reference = _checked.ReferenceOf(node)!;
        var function = reference.Function!;
        var overload = reference.Overloads.Count == 1 ? reference.Overloads[0] : null;
        Node[] arguments = [.. (node.Target is null || reference.IsNamespaced ? [] : new[] { node.Target }).Concat(node.Arguments).Select(Plan)];
        var position = PositionOf(node);
        switch (function.Name)
        {
            case Operators.And:
            case Operators.Or:
                return new LogicNode(function.Name == Operators.Or, arguments[0], arguments[1], position);
            case Operators.Conditional:
                return new ConditionalNode(arguments[0], AsAttribute(arguments[1]), AsAttribute(arguments[2]), position);
            case Operators.Equal:
            case Operators.NotEqual:
                return new EqualityNode(arguments[0], arguments[1], function.Name == Operators.NotEqual);
            case Operators.In when overload is not null && arguments[1] is ConstantNode { Value: { Kind: CelKind.List } list }:
                return Membership(arguments, list) ?? Plain(function, overload, arguments, position);
            case "or" or "orValue" when arguments.Length == 2:
                return new OptionalOrNode(arguments[0], arguments[1], function.Name == "orValue", _dialect >= CelDialect.Kubernetes137, position);
            default:
                return Plain(function, overload, arguments, position);
        }
    }

    private static Node? Membership(Node[] arguments, CelValue list) =>
        list.Count == 0 ? new ConstantNode(CelValue.False) : MembershipNode.CanPrepare(list) ? new MembershipNode(arguments[0], list) : null;

    private static Node Plain(CelFunction function, CelOverload? overload, Node[] arguments, SourcePosition position)
    {
        if (function.Prepare is { } prepare && arguments.Length > 1 && arguments[1] is ConstantNode { Value: { Kind: CelKind.String } pattern })
        {
            return new AnyCallNode(new CallTarget(function, overload, position) { Prepared = prepare(pattern) }, arguments);
        }

        var target = new CallTarget(function, overload, position);
        Node call = arguments.Length switch
        {
            0 => new NullaryCallNode(target),
            1 when !target.StopsAtError(1) => new UnaryCallNode(target, arguments[0]),
            2 when !target.StopsAtError(2) => new BinaryCallNode(target, arguments[0], arguments[1]),
            _ => new AnyCallNode(target, arguments),
        };
        return arguments is [ConstantNode] && Conversions.Contains(function.Name) ? new ConstantNode(Fold(call)) : call;
    }
}
