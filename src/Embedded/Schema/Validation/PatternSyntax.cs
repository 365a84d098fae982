using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>
/// Patterns are written in RE2's syntax and here run by .NET without backtracking, so no pattern can hang the server.
/// Translated: <c>$</c> (end of text only), <c>\z</c>, <c>(?P&lt;name&gt;</c>, ASCII-only <c>\d \w \s \b</c>, POSIX classes.
/// </summary>
internal static class PatternSyntax
{
    private static readonly ConcurrentDictionary<string, CompiledPattern> Cache = new(StringComparer.Ordinal);

    public static CompiledPattern Compile(string pattern) => Cache.GetOrAdd(pattern, static p =>
    {
        try
        {
            return new(new Regex(Translate(p), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant), "");
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return new(null, PatternProblem.Describe(p, e));
        }
    });

    internal static string Translate(string pattern)
    {
        var result = new StringBuilder(pattern.Length + 8);
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            i += pattern[i] switch
            {
                '\\' when i + 1 < pattern.Length => Escape(result, pattern, i, inClass),
                '[' when inClass && PosixClass(result, pattern, i) is > 0 and var length => length,
                '[' when inClass => Literal(result, @"\["),
                '[' => OpenClass(result, pattern, i, ref inClass),
                ']' when inClass => CloseClass(result, ref inClass),
                '$' when !inClass => Literal(result, @"\z"),
                '(' when !inClass && pattern.AsSpan(i).StartsWith("(?P<") => Literal(result, "(?<") + 3,
                var c => Literal(result, c.ToString()),
            };
        }

        return result.ToString();
    }

    private static int Escape(StringBuilder result, string pattern, int at, bool inClass)
    {
        result.Append(pattern[at + 1] switch
        {
            'd' => inClass ? "0-9" : "[0-9]",
            'D' when !inClass => "[^0-9]",
            'w' => inClass ? "0-9A-Za-z_" : "[0-9A-Za-z_]",
            'W' when !inClass => "[^0-9A-Za-z_]",
            's' => inClass ? @"\t\n\f\r " : @"[\t\n\f\r ]",
            'S' when !inClass => @"[^\t\n\f\r ]",
            'z' => @"\z",
            var other => "\\" + other,
        });
        return 1;
    }

    /// <summary>A <c>]</c> right after the opening is a member, and stays one.</summary>
    private static int OpenClass(StringBuilder result, string pattern, int at, ref bool inClass)
    {
        inClass = true;
        var negated = at + 1 < pattern.Length && pattern[at + 1] == '^';
        var next = at + (negated ? 2 : 1);
        result.Append(negated ? "[^" : "[");
        var member = next < pattern.Length && pattern[next] == ']';
        result.Append(member ? @"\]" : "");
        return (negated ? 1 : 0) + (member ? 1 : 0);
    }

    private static int CloseClass(StringBuilder result, ref bool inClass)
    {
        inClass = false;
        return Literal(result, "]");
    }

    private static int PosixClass(StringBuilder result, string pattern, int at)
    {
        var end = pattern.IndexOf(":]", at, StringComparison.Ordinal);
        if (end < 0 || pattern[at + 1] != ':')
        {
            return 0;
        }

        var members = pattern[(at + 2)..end] switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "digit" => "0-9",
            "lower" => "a-z",
            "upper" => "A-Z",
            "space" => @"\t\n\v\f\r ",
            "word" => "0-9A-Za-z_",
            "xdigit" => "0-9A-Fa-f",
            "punct" => @"!-/:-@\[-`{-~",
            _ => "",
        };
        result.Append(members);
        return members.Length == 0 ? 0 : end + 1 - at;
    }

    private static int Literal(StringBuilder result, string text)
    {
        result.Append(text);
        return 0;
    }
}
