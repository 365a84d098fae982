using Daytwo.Cel.Values;

namespace Daytwo.Cel.Types;

/// <summary>What is wrong with arguments; null when nothing is.</summary>
internal delegate string? ArgumentFault(ReadOnlySpan<CelValue> arguments);
