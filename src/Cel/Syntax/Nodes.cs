using Daytwo.Cel.Values;

namespace Daytwo.Cel.Syntax;

internal sealed class LiteralExpression(int id, int offset, CelValue value) : Expression(id, offset)
{
    public CelValue Value { get; } = value;
}

internal sealed class IdentifierExpression(int id, int offset, string name) : Expression(id, offset)
{
    public string Name { get; } = name;
}

/// <summary><c>operand.field</c>, or the presence test <c>has(operand.field)</c>.</summary>
internal sealed class SelectExpression(int id, int offset, Expression operand, string field, bool testOnly = false) : Expression(id, offset)
{
    public Expression Operand { get; } = operand;

    public string Field { get; } = field;

    public bool TestOnly { get; } = testOnly;
}

/// <summary>A call of a function or operator, of a member function when there is a target.</summary>
internal sealed class CallExpression(int id, int offset, string function, Expression? target, Expression[] arguments) : Expression(id, offset)
{
    public string Function { get; } = function;

    public Expression? Target { get; } = target;

    public Expression[] Arguments { get; } = arguments;
}

/// <param name="optional">For each element whether it is written <c>?element</c>.</param>
internal sealed class ListExpression(int id, int offset, Expression[] elements, bool[] optional) : Expression(id, offset)
{
    public Expression[] Elements { get; } = elements;

    public bool[] Optional { get; } = optional;
}

/// <summary>A key with its value; or a field of an object with its initializer, then without a key.</summary>
internal sealed record Entry(int Id, int Offset, Expression? Key, string? Field, Expression Value, bool Optional);

internal sealed class MapExpression(int id, int offset, Entry[] entries) : Expression(id, offset)
{
    public Entry[] Entries { get; } = entries;
}

/// <summary><c>Object.spec{field: value}</c>.</summary>
internal sealed class ObjectExpression(int id, int offset, string typeName, Entry[] fields) : Expression(id, offset)
{
    public string TypeName { get; } = typeName;

    public Entry[] Fields { get; } = fields;
}

/// <summary>A loop, which every macro over lists and maps becomes: while the condition holds, each step makes the next accumulator.</summary>
internal sealed class LoopExpression(int id, int offset) : Expression(id, offset)
{
    public required Expression Range { get; init; }

    public required string Variable { get; init; }

    public string? SecondVariable { get; init; }

    public required string Accumulator { get; init; }

    public required Expression Initial { get; init; }

    public required Expression Condition { get; init; }

    public required Expression Step { get; init; }

    public required Expression Result { get; init; }
}

/// <summary>Stands where an error is already reported.</summary>
internal sealed class BrokenExpression(int id, int offset) : Expression(id, offset);
