namespace Daytwo.Cel.Patterns;

/// <param name="Next">The instruction that follows.</param>
/// <param name="Argument">The number of the set, the other way, or the assertion.</param>
internal readonly record struct PatternInstruction(PatternOperation Operation, int Next, int Argument);
