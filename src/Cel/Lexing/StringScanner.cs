namespace Daytwo.Cel.Lexing;

/// <summary>Finds where string and bytes literals end: quoted once or three times, raw or with escapes.</summary>
internal readonly struct StringScanner(int[] text)
{
    /// <summary>The literal at a place; null when none begins there; a negative end where one begins and breaks off.</summary>
    public (TokenKind Kind, int End)? Scan(int start)
    {
        var at = start;
        var kind = TokenKind.String;
        var raw = false;
        if (At(at) is 'b' or 'B' && (At(at + 1) is '"' or '\'' || (At(at + 1) is 'r' or 'R' && At(at + 2) is '"' or '\'')))
        {
            kind = TokenKind.Bytes;
            at++;
        }

        if (At(at) is 'r' or 'R' && At(at + 1) is '"' or '\'')
        {
            raw = true;
            at++;
        }

        var quote = At(at);
        if (quote is not ('"' or '\''))
        {
            return null;
        }

        var three = At(at + 1) == quote && At(at + 2) == quote;
        var end = three ? Thrice(at + 3, quote, raw) : -1;
        end = end > 0 ? end : Once(at + 1, quote, raw);
        if (end > 0)
        {
            return (kind, end);
        }

        // 'b' and 'r' before a broken literal are read as a name.
        return at > start ? null : (kind, three ? -Broken(at + 3, quote, raw, three: true) - 1 : end);
    }

    private int At(int index) => index < text.Length ? text[index] : -1;

    private int Once(int at, int quote, bool raw)
    {
        while (at < text.Length && text[at] != quote && text[at] is not ('\n' or '\r'))
        {
            if (text[at] != '\\' || raw)
            {
                at++;
                continue;
            }

            var escape = Escape(at);
            if (escape < 0)
            {
                return -Math.Min(at + 2, text.Length) - 1;
            }

            at = escape;
        }

        return At(at) == quote ? at + 1 : -Math.Min(at + 1, text.Length) - 1;
    }

    private int Thrice(int at, int quote, bool raw)
    {
        while (at < text.Length)
        {
            if (text[at] == quote && At(at + 1) == quote && At(at + 2) == quote)
            {
                return at + 3;
            }

            if (text[at] == '\\' && !raw)
            {
                at = Escape(at);
                if (at < 0)
                {
                    return -1;
                }
            }
            else
            {
                at++;
            }
        }

        return -1;
    }

    private int Broken(int at, int quote, bool raw, bool three)
    {
        while (at < text.Length && (three || text[at] != quote) && (raw || text[at] != '\\' || Escape(at) > 0))
        {
            at++;
        }

        return Math.Min(at + 1, text.Length);
    }

    /// <summary>The place after the escape sequence at a backslash; -1 when it is none.</summary>
    private int Escape(int at)
    {
        var c = At(at + 1);
        return c switch
        {
            'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '"' or '\'' or '\\' or '?' or '`' => at + 2,
            'x' or 'X' => Hex(at + 2, 2),
            'u' => Hex(at + 2, 4),
            'U' => Hex(at + 2, 8),
            >= '0' and <= '3' when At(at + 2) is >= '0' and <= '7' && At(at + 3) is >= '0' and <= '7' => at + 4,
            _ => -1,
        };
    }

    private int Hex(int at, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (At(at + i) is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return -1;
            }
        }

        return at + count;
    }
}
