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
