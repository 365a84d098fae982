namespace Daytwo.Cel.Syntax;

/// <summary>Stands where an error is already reported.</summary>
internal sealed class BrokenExpression(int id, int offset) : Expression(id, offset);
