namespace Daytwo.Cel.Patterns;

/// <summary>What an instruction does.</summary>
internal enum PatternOperation : byte
{
    /// <summary>Takes one code point of a set.</summary>
    Take,

    /// <summary>Goes both ways, <see cref="PatternInstruction.Next"/> first.</summary>
    Fork,

    /// <summary>Goes on where an assertion holds.</summary>
    Assert,

    /// <summary>The pattern has matched.</summary>
    Match,
}

/// <param name="Next">The instruction that follows.</param>
/// <param name="Argument">The number of the set, the other way, or the assertion.</param>
internal readonly record struct PatternInstruction(PatternOperation Operation, int Next, int Argument);

/// <summary>A nondeterministic automaton over code points.</summary>
/// <param name="Sets">By number.</param>
/// <param name="Anchored">Matches begin at the begin of the text, or (backwards) at its end.</param>
/// <param name="Asserts">Whether there are assertions at all.</param>
internal sealed record PatternProgram(PatternInstruction[] Instructions, int Start, IReadOnlyList<RuneSet> Sets, bool Anchored, bool Asserts);
