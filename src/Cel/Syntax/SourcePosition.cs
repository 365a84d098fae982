namespace Daytwo.Cel.Syntax;

/// <summary>A place in an expression, as compile errors name it.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">In code points from 0.</param>
public readonly record struct SourcePosition(int Line, int Column);
