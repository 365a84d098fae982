using System.Buffers.Text;
using System.Text;

namespace Daytwo.Cel.Json;

/// <summary>The parts of JSON that are rare or small: strings with escapes, the shape of numbers.</summary>
internal static class JsonText
{
    /// <summary>The content of a string, as UTF-8; a lone surrogate becomes U+FFFD.</summary>
    /// <param name="start">The place after the opening quote.</param>
    /// <param name="at">Becomes the place after the closing quote.</param>
    public static byte[] Decode(ReadOnlySpan<byte> json, int start, ref int at)
    {
        var text = new StringBuilder();
        var from = start;
        for (at = start; ; at++)
        {
            if (at >= json.Length || json[at] < 0x20)
            {
                throw new JsonInputException(at, at < json.Length ? "a control character in a string" : "a string does not end");
            }

            if (json[at] != (byte)'\\' && json[at] != (byte)'"')
            {
                continue;
            }

            text.Append(Encoding.UTF8.GetString(json[from..at]));
            if (json[at] == (byte)'"')
            {
                at++;
                return Encoding.UTF8.GetBytes(text.ToString());
            }

            text.Append(Escape(json, ref at));
            from = at + 1;
        }
    }

    /// <summary>Whether the bytes are a number as JSON writes it.</summary>
    public static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var at = text.StartsWith("-"u8) ? 1 : 0;
        var whole = Digits(text, at);
        if (whole == at || (text[at] == (byte)'0' && whole > at + 1))
        {
            return false;
        }

        at = whole;
        if (at < text.Length && text[at] == (byte)'.')
        {
            var fraction = Digits(text, at + 1);
            if (fraction == at + 1)
            {
                return false;
            }

            at = fraction;
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            at += at < text.Length && text[at] is (byte)'+' or (byte)'-' ? 1 : 0;
            var exponent = Digits(text, at);
            if (exponent == at)
            {
                return false;
            }

            at = exponent;
        }

        return at == text.Length;
    }

    private static int Digits(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
        }

        return at;
    }

    private static char Escape(ReadOnlySpan<byte> json, ref int at)
    {
        at++;
        switch (at < json.Length ? json[at] : 0)
        {
            case (byte)'"':
            case (byte)'\\':
            case (byte)'/':
                return (char)json[at];
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case (byte)'u' when at + 4 < json.Length && Utf8Parser.TryParse(json.Slice(at + 1, 4), out ushort unit, out var used, 'x') && used == 4:
                at += 4;
                return (char)unit;
            default:
                throw new JsonInputException(at, "an unknown escape in a string");
        }
    }
}
