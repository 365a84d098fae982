namespace Daytwo.Cel.Syntax;

/// <summary>An error found before an expression runs.</summary>
/// <param name="Position">Line -1 where the whole expression is meant.</param>
/// <param name="Message">The reason, in the words of the apiserver.</param>
public sealed record CelIssue(SourcePosition Position, string Message);
