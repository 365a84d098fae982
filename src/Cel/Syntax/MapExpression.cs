namespace Daytwo.Cel.Syntax;

internal sealed class MapExpression(int id, int offset, Entry[] entries) : Expression(id, offset)
{
    public Entry[] Entries { get; } = entries;
}
