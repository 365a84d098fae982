using Daytwo.Cel.Syntax;
using Daytwo.Cel.Values;

namespace Daytwo.Cel.Parsing;

/// <summary>Numbers the nodes of one tree. Macros make theirs <see cref="At"/> the place of their call.</summary>
internal sealed class NodeFactory
{
    private int _next = 1;

    /// <summary>Where nodes made by a macro are.</summary>
    public int At { get; set; }

    /// <summary>Ids in use are smaller than this.</summary>
    public int IdLimit => _next;

    public int NextId() => _next++;

    public Expression Literal(CelValue value) => new LiteralExpression(NextId(), At, value);

    public Expression Identifier(string name) => new IdentifierExpression(NextId(), At, name);

    public Expression Accumulator() => Identifier(Operators.Accumulator);

    public Expression List(params Expression[] elements) => new ListExpression(NextId(), At, elements, new bool[elements.Length]);

    public Expression EmptyMap() => new MapExpression(NextId(), At, []);

    public Expression Call(string function, params Expression[] arguments) => new CallExpression(NextId(), At, function, null, arguments);

    public Expression MemberCall(string function, Expression target, params Expression[] arguments) => new CallExpression(NextId(), At, function, target, arguments);

    public Expression PresenceTest(Expression operand, string field) => new SelectExpression(NextId(), At, operand, field, testOnly: true);

    public Expression Loop(Expression range, string variable, string? second, string accumulator, Expression initial, Expression condition, Expression step, Expression result) =>
        new LoopExpression(NextId(), At)
        {
            Range = range,
            Variable = variable,
            SecondVariable = second,
            Accumulator = accumulator,
            Initial = initial,
            Condition = condition,
            Step = step,
            Result = result,
        };

    /// <summary>Evaluates <paramref name="body"/> with a name bound to a value: a loop over nothing.</summary>
    public Expression Bind(string name, Expression value, Expression body) =>
        Loop(List(), Operators.Unused, null, name, value, Literal(CelValue.False), Identifier(name), body);

    /// <summary>The same tree with new ids.</summary>
    public Expression Copy(Expression node) => node switch
    {
        LiteralExpression n => new LiteralExpression(NextId(), n.Offset, n.Value),
        IdentifierExpression n => new IdentifierExpression(NextId(), n.Offset, n.Name),
        SelectExpression n => new SelectExpression(NextId(), n.Offset, Copy(n.Operand), n.Field, n.TestOnly),
        CallExpression n => new CallExpression(NextId(), n.Offset, n.Function, n.Target is null ? null : Copy(n.Target), [.. n.Arguments.Select(Copy)]),
        ListExpression n => new ListExpression(NextId(), n.Offset, [.. n.Elements.Select(Copy)], n.Optional),
        MapExpression n => new MapExpression(NextId(), n.Offset, [.. n.Entries.Select(Copy)]),
        ObjectExpression n => new ObjectExpression(NextId(), n.Offset, n.TypeName, [.. n.Fields.Select(Copy)]),
        LoopExpression n => new LoopExpression(NextId(), n.Offset)
        {
            Range = Copy(n.Range),
            Variable = n.Variable,
            SecondVariable = n.SecondVariable,
            Accumulator = n.Accumulator,
            Initial = Copy(n.Initial),
            Condition = Copy(n.Condition),
            Step = Copy(n.Step),
            Result = Copy(n.Result),
        },
        _ => new BrokenExpression(NextId(), node.Offset),
    };

    private Entry Copy(Entry entry) =>
        entry with { Id = NextId(), Offset = At, Key = entry.Key is null ? null : Copy(entry.Key), Value = Copy(entry.Value) };
}
