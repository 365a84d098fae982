using System.Text.RegularExpressions;

namespace Daytwo.Rules.Expressions;

/// <summary>Looks into the text of CEL expressions, knowing strings and comments from code.</summary>
internal static partial class CelText
{
    /// <summary>Whether an identifier occurs that is neither a field (<c>.name</c>), nor inside a string or comment.</summary>
    public static bool Mentions(string expression, string identifier) => Find(expression, identifier) is not null;

    /// <summary>Where that identifier occurs first: line and column from 1, the column in code points, as compilers count.</summary>
    public static (int Line, int Column)? Find(string expression, string identifier)
    {
        if (Tokens().Matches(expression).FirstOrDefault(token => token.Groups["name"].Value == identifier) is not { } found)
        {
            return null;
        }

        var before = expression[..found.Index];
        return (before.Count(c => c == '\n') + 1, before[(before.LastIndexOf('\n') + 1)..].EnumerateRunes().Count() + 1);
    }

    /// <summary>Whether a field of that name is selected from anything.</summary>
    public static bool Selects(string expression, string field) =>
        Tokens().Matches(expression).Any(token => token.Groups["field"].Value == field);

    /// <summary>The contents of string literals, escapes as written.</summary>
    public static IEnumerable<string> Strings(string expression) =>
        Tokens().Matches(expression).Where(token => token.Groups["text"].Success).Select(token => token.Groups["text"].Value);

    /// <summary>Whether something is decided in it: a <c>? :</c>, or a loop that filters.</summary>
    public static bool IsConditional(string expression) =>
        Tokens().Matches(expression).Any(token => token.Value is "?" || token.Groups["field"].Value is "filter");

    [GeneratedRegex("""
        //[^\n]*
        |[rRbB]?'''(?<text>(?:\\.|(?!''').)*)'''
        |[rRbB]?\"{3}(?<text>(?:\\.|(?!\"{3}).)*)\"{3}
        |[rRbB]?'(?<text>(?:\\.|[^'\\])*)'
        |[rRbB]?"(?<text>(?:\\.|[^"\\])*)"
        |\.\s*\??\s*(?<field>[A-Za-z_]\w*)
        |\[\s*\?
        |(?<name>[A-Za-z_]\w*)
        |\?
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tokens();
}
