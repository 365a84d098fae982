namespace Daytwo.Cel.Parsing;

/// <summary>An expression is nested too deep; never leaves the parser.</summary>
internal sealed class DepthException(string message) : Exception(message);
