namespace Daytwo.Cel.Patterns;

/// <summary>The classes of ASCII that have a name.</summary>
internal static class NamedClasses
{
    private static readonly RuneSet Digit = new(['0', '9']);
    private static readonly RuneSet Space = new(['\t', '\n', '\f', '\r', ' ', ' ']);

    /// <summary>\d, \s and \w.</summary>
    public static RuneSet? Perl(char letter) => letter switch
    {
        'd' => Digit,
        's' => Space,
        'w' => RuneSet.Word,
        _ => null,
    };

    /// <summary>[[:name:]].</summary>
    public static RuneSet? Posix(ReadOnlySpan<char> name) => name switch
    {
        "alnum" => new RuneSet(['0', '9', 'A', 'Z', 'a', 'z']),
        "alpha" => new RuneSet(['A', 'Z', 'a', 'z']),
        "ascii" => new RuneSet([0, 0x7F]),
        "blank" => new RuneSet(['\t', '\t', ' ', ' ']),
        "cntrl" => new RuneSet([0, 0x1F, 0x7F, 0x7F]),
        "digit" => Digit,
        "graph" => new RuneSet(['!', '~']),
        "lower" => new RuneSet(['a', 'z']),
        "print" => new RuneSet([' ', '~']),
        "punct" => new RuneSet(['!', '/', ':', '@', '[', '`', '{', '~']),
        "space" => new RuneSet(['\t', '\r', ' ', ' ']),
        "upper" => new RuneSet(['A', 'Z']),
        "word" => RuneSet.Word,
        "xdigit" => new RuneSet(['0', '9', 'A', 'F', 'a', 'f']),
        _ => null,
    };
}
