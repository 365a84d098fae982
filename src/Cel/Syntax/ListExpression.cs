namespace Daytwo.Cel.Syntax;

/// <param name="optional">For each element whether it is written <c>?element</c>.</param>
internal sealed class ListExpression(int id, int offset, Expression[] elements, bool[] optional) : Expression(id, offset)
{
    public Expression[] Elements { get; } = elements;

    public bool[] Optional { get; } = optional;
}
