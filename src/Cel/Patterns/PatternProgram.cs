namespace Daytwo.Cel.Patterns;

/// <summary>A nondeterministic automaton over code points.</summary>
/// <param name="Sets">By number.</param>
/// <param name="Anchored">Matches begin at the begin of the text, or (backwards) at its end.</param>
/// <param name="Asserts">Whether there are assertions at all.</param>
internal sealed record PatternProgram(PatternInstruction[] Instructions, int Start, IReadOnlyList<RuneSet> Sets, bool Anchored, bool Asserts);
