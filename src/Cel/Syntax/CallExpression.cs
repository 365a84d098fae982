namespace Daytwo.Cel.Syntax;

/// <summary>A call of a function or operator, of a member function when there is a target.</summary>
internal sealed class CallExpression(int id, int offset, string function, Expression? target, Expression[] arguments) : Expression(id, offset)
{
    public string Function { get; } = function;

    public Expression? Target { get; } = target;

    public Expression[] Arguments { get; } = arguments;
}
