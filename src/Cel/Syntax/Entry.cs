namespace Daytwo.Cel.Syntax;

/// <summary>A key with its value; or a field of an object with its initializer, then without a key.</summary>
internal sealed record Entry(int Id, int Offset, Expression? Key, string? Field, Expression Value, bool Optional);
