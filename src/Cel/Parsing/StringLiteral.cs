using System.Text;

namespace Daytwo.Cel.Parsing;

/// <summary>Reads the content of string and bytes literals.</summary>
internal static class StringLiteral
{
    private const string Refusal = "unable to unescape string";

    /// <summary>The content as UTF-8, or as bytes.</summary>
    /// <param name="literal">With its quotes, without the b of bytes.</param>
    /// <param name="error">Why there is no content.</param>
    public static byte[]? Read(string literal, bool bytes, out string? error)
    {
        error = null;
        var text = literal.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var raw = text[0] is 'r' or 'R';
        text = raw ? text[1..] : text;
        var quotes = text.Length >= 6 && (text.StartsWith("'''", StringComparison.Ordinal) || text.StartsWith("\"\"\"", StringComparison.Ordinal)) ? 3 : 1;
        text = text[quotes..^quotes];
        if (raw || !text.Contains('\\'))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var content = new List<byte>(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '\\')
            {
                Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out var consumed);
                Append(content, rune.Value);
                at += consumed;
                continue;
            }

            var (value, length, encoded) = Escape(text, at + 1);
            at += 1 + length;
            if (length == 0 || (bytes && text[at - length] is 'u' or 'U'))
            {
                error = Refusal;
                return null;
            }

            if (bytes || !encoded)
            {
                content.Add((byte)value);
            }
            else if (Rune.IsValid((int)value))
            {
                Append(content, (int)value);
            }
            else
            {
                error = "invalid unicode code point";
                return null;
            }
        }

        return [.. content];
    }

    private static void Append(List<byte> content, int codePoint)
    {
        Span<byte> utf8 = stackalloc byte[4];
        content.AddRange(utf8[..new Rune(codePoint).EncodeToUtf8(utf8)]);
    }

    private static (long Value, int Length, bool Encoded) Escape(string text, int at) => text[at] switch
    {
        'a' => ('\a', 1, false),
        'b' => ('\b', 1, false),
        'f' => ('\f', 1, false),
        'n' => ('\n', 1, false),
        'r' => ('\r', 1, false),
        't' => ('\t', 1, false),
        'v' => ('\v', 1, false),
        '\\' or '\'' or '"' or '`' or '?' => (text[at], 1, false),
        'x' or 'X' => (Convert.ToInt64(text.Substring(at + 1, 2), 16), 3, true),
        'u' => (Convert.ToInt64(text.Substring(at + 1, 4), 16), 5, true),
        'U' => (Convert.ToInt64(text.Substring(at + 1, 8), 16), 9, true),
        >= '0' and <= '3' => (Convert.ToInt64(text.Substring(at, 3), 8), 3, true),
        _ => default,
    };
}
