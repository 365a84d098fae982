namespace Daytwo.Cel.Syntax;

/// <summary><c>operand.field</c>, or the presence test <c>has(operand.field)</c>.</summary>
internal sealed class SelectExpression(int id, int offset, Expression operand, string field, bool testOnly = false) : Expression(id, offset)
{
    public Expression Operand { get; } = operand;

    public string Field { get; } = field;

    public bool TestOnly { get; } = testOnly;
}
