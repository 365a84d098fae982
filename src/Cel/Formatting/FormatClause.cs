namespace Daytwo.Cel.Formatting;

/// <summary>A clause of a format string: %s, %d, %.3f …</summary>
/// <param name="Verb">s, d, f, e, b, x, X or o.</param>
/// <param name="Precision">The number after the point; null without one.</param>
internal readonly record struct FormatClause(char Verb, long? Precision)
{
    /// <summary>What the clause says of an argument of a type it does not take.</summary>
    public string Refusal(string type) => Verb switch
    {
        's' => $"string clause can only be used on strings, bools, bytes, ints, doubles, maps, lists, types, durations, and timestamps, was given {type}",
        'd' => $"decimal clause can only be used on integers, was given {type}",
        'f' => $"fixed-point clause can only be used on doubles, was given {type}",
        'e' => $"scientific clause can only be used on doubles, was given {type}",
        'b' => $"only integers and bools can be formatted as binary, was given {type}",
        'o' => $"octal clause can only be used on integers, was given {type}",
        _ => $"only integers, byte buffers, and strings can be formatted as hex, was given {type}",
    };
}
