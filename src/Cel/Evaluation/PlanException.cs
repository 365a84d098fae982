namespace Daytwo.Cel.Evaluation;

/// <summary>No program can be made of a checked expression: a literal that converts to nothing, a pattern that is none. Becomes an issue of the compilation.</summary>
internal sealed class PlanException(string message) : Exception(message);
