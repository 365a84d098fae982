using Daytwo.Cel.Types;

namespace Daytwo.Cel;

/// <summary>What the checker makes of an expression.</summary>
/// <param name="Type">The type of its result; null when it does not check.</param>
/// <param name="Error">What is wrong, each issue with its line and a caret as the apiserver prints it; null when nothing is.</param>
public sealed record CelTyping(CelType? Type, string? Error);
