using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Parsing;

/// <summary>A macro refuses its arguments; never leaves the parser.</summary>
internal sealed class MacroException(Expression at, string message) : Exception(message)
{
    public Expression At { get; } = at;
}
