using System.Text.RegularExpressions;

namespace Daytwo.Embedded.Schema.Validation;

/// <summary>Says what is wrong with a pattern as the API's own engine does, for the usual mistakes.</summary>
internal static partial class PatternProblem
{
    public static string Describe(string pattern, Exception exception) => "error parsing regexp: " + exception switch
    {
        RegexParseException { Error: RegexParseError.UnterminatedBracket } => $"missing closing ]: `{pattern[Math.Max(0, pattern.LastIndexOf('['))..]}`",
        RegexParseException { Error: RegexParseError.InsufficientClosingParentheses } => $"missing closing ): `{pattern}`",
        RegexParseException { Error: RegexParseError.InsufficientOpeningParentheses } => $"unexpected ): `{pattern}`",
        RegexParseException { Error: RegexParseError.QuantifierAfterNothing } => $"missing argument to repetition operator: `{Quantifier().Match(pattern).Value}`",
        RegexParseException { Error: RegexParseError.NestedQuantifiersNotParenthesized } => $"invalid nested repetition operator: `{Nested().Match(pattern).Value}`",
        RegexParseException { Error: RegexParseError.UnescapedEndingBackslash } => "trailing backslash at end of expression: ``",
        NotSupportedException when Perl().Match(pattern) is { Success: true } perl => $"invalid or unsupported Perl syntax: `{perl.Value}`",
        NotSupportedException when Backreference().Match(pattern) is { Success: true } back => $"invalid escape sequence: `{back.Value}`",
        _ => exception.Message,
    };

    [GeneratedRegex("[*+?]")]
    private static partial Regex Quantifier();

    [GeneratedRegex("[*+?]{2,}")]
    private static partial Regex Nested();

    [GeneratedRegex("\\(\\?<?[=!]")]
    private static partial Regex Perl();

    [GeneratedRegex("\\\\[1-9]")]
    private static partial Regex Backreference();
}
