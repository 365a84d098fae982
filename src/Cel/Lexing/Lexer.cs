using Daytwo.Cel.Syntax;

namespace Daytwo.Cel.Lexing;

/// <summary>Splits an expression into tokens. What is no token is reported and left out.</summary>
internal sealed class Lexer(SourceText source, IssueList issues)
{
    private const int NoMatch = -1;

    private readonly int[] _text = source.CodePoints;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < _text.Length)
        {
            if (Space(at) is var next and > 0 && next > at)
            {
                at = next;
                continue;
            }

            var (kind, end) = Longest(at);
            if (end > at)
            {
                tokens.Add(new Token(kind, at, Text(at, end)));
                at = end;
                continue;
            }

            // A string that does not end is skipped with what it holds: to the end of the line, or of the text.
            end = -end - 1 > at ? -end - 1 : at + 1;
            issues.Report(at, $"Syntax error: token recognition error at: '{Escaped(Text(at, end))}'");
            at = end;
        }

        tokens.Add(new Token(TokenKind.End, _text.Length, "<EOF>"));
        return tokens;
    }

    private static string Escaped(string text) => text.Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t");

    private string Text(int from, int to) => string.Concat(_text[from..to].Select(char.ConvertFromUtf32));

    private int At(int index) => index < _text.Length ? _text[index] : NoMatch;

    private int Space(int at)
    {
        while (At(at) is '\t' or ' ' or '\r' or '\n' or '\f' || (At(at) == '/' && At(at + 1) == '/'))
        {
            if (At(at) != '/')
            {
                at++;
                continue;
            }

            while (at < _text.Length && At(at) != '\n')
            {
                at++;
            }
        }

        return at;
    }

    /// <summary>The longest token at a place; a negative end is where the attempt to read one failed, as -end - 1.</summary>
    private (TokenKind Kind, int End) Longest(int at)
    {
        var c = At(at);
        var text = new StringScanner(_text);
        if (text.Scan(at) is { } scanned)
        {
            return scanned;
        }

        if (IsLetter(c))
        {
            var end = at + 1;
            while (IsLetter(At(end)) || IsDigit(At(end)))
            {
                end++;
            }

            return (Word(Text(at, end)), end);
        }

        if (IsDigit(c) || (c == '.' && IsDigit(At(at + 1))))
        {
            return Number(at);
        }

        if (c == '`')
        {
            var end = at + 1;
            while (IsLetter(At(end)) || IsDigit(At(end)) || At(end) is '.' or '-' or '/' or ' ')
            {
                end++;
            }

            return At(end) == '`' && end > at + 1 ? (TokenKind.QuotedIdentifier, end + 1) : (default, -end - 1);
        }

        return Symbol(at);
    }

    private static TokenKind Word(string word) => word switch
    {
        "in" => TokenKind.In,
        "true" => TokenKind.True,
        "false" => TokenKind.False,
        "null" => TokenKind.Null,
        _ => TokenKind.Identifier,
    };

    private (TokenKind Kind, int End) Number(int at)
    {
        var end = at;
        if (At(at) == '0' && At(at + 1) == 'x' && IsHex(At(at + 2)))
        {
            end = at + 2;
            while (IsHex(At(end)))
            {
                end++;
            }

            return At(end) is 'u' or 'U' ? (TokenKind.Uint, end + 1) : (TokenKind.Int, end);
        }

        end = Digits(at);
        if (end > at && At(end) is 'u' or 'U')
        {
            return (TokenKind.Uint, end + 1);
        }

        var kind = TokenKind.Int;
        if (At(end) == '.' && IsDigit(At(end + 1)))
        {
            end = Digits(end + 1);
            kind = TokenKind.Double;
        }

        if (At(end) is 'e' or 'E')
        {
            var digits = At(end + 1) is '+' or '-' ? end + 2 : end + 1;
            if (IsDigit(At(digits)))
            {
                return (TokenKind.Double, Digits(digits));
            }
        }

        return (kind, end);
    }

    private int Digits(int at)
    {
        while (IsDigit(At(at)))
        {
            at++;
        }

        return at;
    }

    private (TokenKind Kind, int End) Symbol(int at) => (At(at), At(at + 1)) switch
    {
        ('=', '=') => (TokenKind.Equal, at + 2),
        ('!', '=') => (TokenKind.NotEqual, at + 2),
        ('<', '=') => (TokenKind.LessOrEqual, at + 2),
        ('>', '=') => (TokenKind.GreaterOrEqual, at + 2),
        ('&', '&') => (TokenKind.And, at + 2),
        ('|', '|') => (TokenKind.Or, at + 2),
        ('<', _) => (TokenKind.Less, at + 1),
        ('>', _) => (TokenKind.Greater, at + 1),
        ('[', _) => (TokenKind.LeftBracket, at + 1),
        (']', _) => (TokenKind.RightBracket, at + 1),
        ('{', _) => (TokenKind.LeftBrace, at + 1),
        ('}', _) => (TokenKind.RightBrace, at + 1),
        ('(', _) => (TokenKind.LeftParenthesis, at + 1),
        (')', _) => (TokenKind.RightParenthesis, at + 1),
        ('.', _) => (TokenKind.Dot, at + 1),
        (',', _) => (TokenKind.Comma, at + 1),
        ('-', _) => (TokenKind.Minus, at + 1),
        ('!', _) => (TokenKind.Not, at + 1),
        ('?', _) => (TokenKind.Question, at + 1),
        (':', _) => (TokenKind.Colon, at + 1),
        ('+', _) => (TokenKind.Plus, at + 1),
        ('*', _) => (TokenKind.Star, at + 1),
        ('/', _) => (TokenKind.Slash, at + 1),
        ('%', _) => (TokenKind.Percent, at + 1),
        ('=' or '&' or '|', NoMatch) => (default, -(at + 1) - 1),
        ('=' or '&' or '|', _) => (default, -(at + 2) - 1),
        _ => (default, -(at + 1) - 1),
    };

    private static bool IsLetter(int c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    private static bool IsDigit(int c) => c is >= '0' and <= '9';

    private static bool IsHex(int c) => IsDigit(c) || c is (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
