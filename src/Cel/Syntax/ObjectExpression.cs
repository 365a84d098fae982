namespace Daytwo.Cel.Syntax;

/// <summary><c>Object.spec{field: value}</c>.</summary>
internal sealed class ObjectExpression(int id, int offset, string typeName, Entry[] fields) : Expression(id, offset)
{
    public string TypeName { get; } = typeName;

    public Entry[] Fields { get; } = fields;
}
