namespace Daytwo.Cel.Parsing;

/// <summary>The text follows no rule of the grammar, which is already reported; never leaves the parser.</summary>
internal sealed class SyntaxException : Exception;
