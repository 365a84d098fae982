namespace Daytwo.Cel.Syntax;

internal sealed class IdentifierExpression(int id, int offset, string name) : Expression(id, offset)
{
    public string Name { get; } = name;
}
