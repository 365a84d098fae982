using Daytwo.Cel.Checking;
using Daytwo.Cel.Syntax;
using Daytwo.Cel.Types;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Evaluation;

/// <summary>Makes the program of a checked expression, with literals folded as cel-go folds them.</summary>
internal sealed partial class Planner
{
    private readonly CheckedExpression _checked;
    private readonly SourceText _source;
    private readonly CelDialect _dialect;
    private readonly Dictionary<VariableDeclaration, int> _slots;
    private readonly Dictionary<VariableDeclaration, LoopNode> _accumulators = [];
    private int _slotCount;

    private Planner(CheckedExpression expression, SourceText source, CelDialect dialect, IReadOnlyDictionary<VariableDeclaration, int> inputs)
    {
        _checked = expression;
        _source = source;
        _dialect = dialect;
        _slots = new(inputs);
        _slotCount = inputs.Count == 0 ? 0 : inputs.Values.Max() + 1;
    }

    /// <summary>The program and how many slots its runs need.</summary>
    /// <param name="inputs">Slots of the inputs.</param>
    /// <exception cref="PlanException">Folding found an error.</exception>
    public static (Node Root, int Slots) Plan(CheckedExpression expression, SourceText source, CelDialect dialect, IReadOnlyDictionary<VariableDeclaration, int> inputs)
    {
        var planner = new Planner(expression, source, dialect, inputs);
        var root = planner.Plan(expression.Tree);
        return (root, planner._slotCount);
    }

    private SourcePosition PositionOf(Expression node) => _source.PositionOf(node.Offset);

    private Node Plan(Expression node) => node switch
    {
        LiteralExpression n => new ConstantNode(n.Value),
        IdentifierExpression n => Name(n),
        SelectExpression n => Select(n),
        CallExpression n => Call(n),
        ListExpression n => List(n),
        MapExpression n => Map(n),
        LoopExpression n => Loop(n),
        ObjectExpression n => Object(n),
        _ => throw new InvalidOperationException($"no node for {node.GetType().Name}"),
    };

    private Node Name(Expression node)
    {
        var variable = _checked.ReferenceOf(node)!.Variable!;
        if (variable.IsUndefinedType)
        {
            throw new PlanException($"reference to undefined type: {variable.Name}");
        }

        if (variable.TypeValue is { } type)
        {
            return new ConstantNode(type);
        }

        // A variable whose values are types is taken for the name of one.
        if (_checked.TypeOf(node).Kind == TypeKind.Type)
        {
            throw new PlanException($"reference to undefined type: {variable.Name}");
        }

        var slot = _slots[variable];
        return _accumulators.TryGetValue(variable, out var loop) ? new LazyVariableNode(slot, loop) : new VariableNode(slot, variable.Name);
    }

    private Node Select(SelectExpression node)
    {
        if (_checked.ReferenceOf(node) is not null)
        {
            return Name(node);
        }

        var attribute = AsAttribute(Plan(node.Operand));
        var key = new KeyQualifier(CelValue.Of(node.Field), isOptional: false, PositionOf(node));
        attribute.Add(node.TestOnly ? new PresenceQualifier(key) : key);
        return node.TestOnly ? new PresenceNode(attribute) : attribute;
    }

    private static AttributeNode AsAttribute(Node node) => node switch
    {
        AttributeNode attribute => attribute,
        PresenceNode presence => presence.Attribute,
        _ => new ComputedNode(node),
    };

    private AttributeNode Index(CallExpression node, bool optional)
    {
        var operand = Plan(node.Arguments[0]);
        var index = Plan(node.Arguments[1]);
        var attribute = operand as AttributeNode ?? new ComputedNode(operand);
        attribute.Add(index is ConstantNode constant
            ? new KeyQualifier(Key(constant.Value), optional, PositionOf(node))
            : new IndexQualifier(AsAttribute(index), optional, PositionOf(node)));
        return attribute;
    }

    private static CelValue Key(CelValue value) => value.Kind is CelKind.String or CelKind.Int or CelKind.Uint or CelKind.Bool or CelKind.Double
        ? value
        : throw new PlanException($"invalid qualifier type: {GoTypeNames.Of(value)}");

    private Node List(ListExpression node)
    {
        var elements = Array.ConvertAll(node.Elements, Plan);
        if (elements.All(e => e is ConstantNode))
        {
            return new ConstantNode(CelValue.Of(Array.ConvertAll(elements, e => ((ConstantNode)e).Value)));
        }

        return new ListNode(elements, node.Optional, PositionOf(node));
    }

    private Node Map(MapExpression node)
    {
        var entries = Array.ConvertAll(node.Entries, e => (Plan(e.Key!), Plan(e.Value), e.Optional));
        var map = new MapNode(entries, PositionOf(node));
        return entries.All(e => e.Item1 is ConstantNode && e.Item2 is ConstantNode) ? new ConstantNode(Fold(map)) : map;
    }

    private ObjectNode Object(ObjectExpression node) =>
        new(_checked.TypeOf(node), Array.ConvertAll(node.Fields, f => (f.Field!, Plan(f.Value), f.Optional)), PositionOf(node));

    private LoopNode Loop(LoopExpression node)
    {
        var names = _checked.NamesOf(node);
        var slots = new LoopSlots(_slotCount, _slotCount + 1, names.Count > 2 ? _slotCount + 2 : -1);
        _slotCount += names.Count;
        var initial = Plan(node.Initial);
        var loop = new LoopNode(slots, PositionOf(node.Range)) { Range = Plan(node.Range), Initial = initial };
        for (var i = 0; i < names.Count; i++)
        {
            _slots[names[i]] = slots.Accumulator + i;
        }

        _accumulators[names[0]] = loop;
        loop.Condition = Plan(node.Condition);
        loop.Step = Plan(node.Step);
        loop.Result = Plan(node.Result);
        return loop;
    }

    /// <summary>The value of a node that needs no input.</summary>
    private static CelValue Fold(Node node)
    {
        var run = new EvaluationRun(0);
        run.Begin(long.MaxValue, CancellationToken.None);
        var value = node.Evaluate(run);
        return value.IsError ? throw new PlanException(value.AsError.Message) : value;
    }
}
