using Daytwo.Cel.Values;

namespace Daytwo.Cel.Syntax;

internal sealed class LiteralExpression(int id, int offset, CelValue value) : Expression(id, offset)
{
    public CelValue Value { get; } = value;
}
