using System.Globalization;
using System.Text;

namespace Daytwo.Cel.Texts;

/// <summary>
/// The functions of texts (cel-go's strings, version 2) on UTF-8. Places are in code points, as callers see them; parts are ranges of bytes, so that nothing is copied. A null answer comes
/// with the error.
/// </summary>
internal static class TextFunctions
{
    /// <summary>One code point; empty for the place after the last.</summary>
    public static Range? CharAt(ReadOnlySpan<byte> text, long index, out string? error)
    {
        error = null;
        var offset = CodePoints.ByteOffset(text, index);
        if (offset < 0)
        {
            error = OutOfRange(index);
            return null;
        }

        return offset == text.Length ? offset..offset : offset..(offset + CodePoints.LengthAt(text, offset));
    }

    /// <summary>From a code point to the end.</summary>
    public static Range? Substring(ReadOnlySpan<byte> text, long start, out string? error)
    {
        var offset = CodePoints.ByteOffset(text, start);
        error = offset < 0 ? OutOfRange(start) : null;
        return offset < 0 ? null : offset..text.Length;
    }

    /// <summary>From a code point to before another.</summary>
    public static Range? Substring(ReadOnlySpan<byte> text, long start, long end, out string? error)
    {
        error = null;
        if (start > end)
        {
            error = string.Create(CultureInfo.InvariantCulture, $"invalid substring range. start: {start}, end: {end}");
            return null;
        }

        var from = CodePoints.ByteOffset(text, start);
        var to = from < 0 ? -1 : CodePoints.ByteOffset(text, end);
        if (to < 0)
        {
            error = OutOfRange(from < 0 ? start : end);
            return null;
        }

        return from..to;
    }

    /// <summary>Where a text first stands at or after <paramref name="offset"/>; -1 where it does not.</summary>
    /// <param name="checksEmpty">As v1.37: an empty text stands no earlier than at 0, and no later than at the end.</param>
    public static long? IndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part, long offset, bool checksEmpty, out string? error)
    {
        if (!MustLook(text, part, offset, checksEmpty, out var from, out var answer, out error))
        {
            return answer;
        }

        var index = from < 0 ? -1 : text[from..].IndexOf(part);
        return index < 0 ? -1 : offset + CodePoints.Count(text.Slice(from, index));
    }

    /// <summary>Where a text last stands; -1 where it does not.</summary>
    public static long LastIndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part)
    {
        var index = part.IsEmpty ? text.Length : text.LastIndexOf(part);
        return index < 0 ? -1 : CodePoints.Count(text[..index]);
    }

    /// <summary>Where a text last stands that begins at or before <paramref name="offset"/>; -1 where it does not.</summary>
    /// <param name="checksEmpty">As v1.37: an empty text stands no earlier than at 0, and no later than at the end.</param>
    public static long? LastIndexOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part, long offset, bool checksEmpty, out string? error)
    {
        if (!MustLook(text, part, offset, checksEmpty, out var from, out var answer, out error))
        {
            return answer;
        }

        if (from < 0 || from == text.Length)
        {
            return -1;
        }

        var index = text[..(int)Math.Min(text.Length, (long)from + part.Length)].LastIndexOf(part);
        return index < 0 ? -1 : CodePoints.Count(text[..index]);
    }

    /// <summary>What both directions begin with: a negative offset is an error, and an empty part stands where it is looked for.</summary>
    /// <param name="from">The offset in bytes; negative beyond the end.</param>
    /// <param name="answer">Where there is nothing to look for; null with an error.</param>
    private static bool MustLook(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part, long offset, bool checksEmpty, out int from, out long? answer, out string? error)
    {
        (from, answer, error) = (-1, null, null);
        if (part.IsEmpty && !checksEmpty)
        {
            answer = offset;
            return false;
        }

        if (offset < 0)
        {
            error = OutOfRange(offset);
            return false;
        }

        from = CodePoints.ByteOffset(text, offset);
        answer = part.IsEmpty ? from < 0 ? CodePoints.Count(text) : offset : null;
        return !part.IsEmpty;
    }

    /// <summary>Without Unicode's white space at either end.</summary>
    public static Range Trim(ReadOnlySpan<byte> text)
    {
        int start = 0, end = text.Length;
        while (start < end && Rune.DecodeFromUtf8(text[start..end], out var rune, out var length) == 0 && IsSpace(rune.Value))
        {
            start += length;
        }

        while (end > start && Rune.DecodeLastFromUtf8(text[start..end], out var rune, out var length) == 0 && IsSpace(rune.Value))
        {
            end -= length;
        }

        return start..end;
    }

    /// <summary>ASCII letters small.</summary>
    public static byte[] LowerAscii(ReadOnlySpan<byte> text)
    {
        var lower = text.ToArray();
        for (var i = 0; i < lower.Length; i++)
        {
            lower[i] |= lower[i] is >= (byte)'A' and <= (byte)'Z' ? (byte)0x20 : (byte)0;
        }

        return lower;
    }

    /// <summary>ASCII letters large.</summary>
    public static byte[] UpperAscii(ReadOnlySpan<byte> text)
    {
        var upper = text.ToArray();
        for (var i = 0; i < upper.Length; i++)
        {
            upper[i] &= upper[i] is >= (byte)'a' and <= (byte)'z' ? (byte)0xDF : (byte)0xFF;
        }

        return upper;
    }

    /// <summary>With the first <paramref name="limit"/> places replaced, or all when that is negative. Nothing stands before every code point and at the end.</summary>
    public static byte[] Replace(ReadOnlySpan<byte> text, ReadOnlySpan<byte> old, ReadOnlySpan<byte> replacement, long limit)
    {
        var result = new List<byte>(text.Length);
        var at = 0;
        for (long done = 0; limit < 0 || done < limit; done++)
        {
            int index;
            if (old.IsEmpty)
            {
                if (at > text.Length || (done > 0 && at == text.Length))
                {
                    break;
                }

                index = done == 0 ? 0 : CodePoints.LengthAt(text, at);
            }
            else
            {
                index = text[at..].IndexOf(old);
                if (index < 0)
                {
                    break;
                }
            }

            result.AddRange(text.Slice(at, index));
            result.AddRange(replacement);
            at += index + old.Length;
        }

        result.AddRange(text[at..]);
        return [.. result];
    }

    /// <summary>The parts between separators, at most <paramref name="limit"/> of them (no limit when negative); by an empty separator, code points.</summary>
    public static List<Range> Split(ReadOnlySpan<byte> text, ReadOnlySpan<byte> separator, long limit)
    {
        var parts = new List<Range>();
        if (limit == 0)
        {
            return parts;
        }

        var at = 0;
        while (limit < 0 || parts.Count < limit - 1)
        {
            if (separator.IsEmpty)
            {
                if (at >= text.Length)
                {
                    return parts;
                }

                var length = CodePoints.LengthAt(text, at);
                parts.Add(at..(at + length));
                at += length;
                continue;
            }

            var index = text[at..].IndexOf(separator);
            if (index < 0)
            {
                break;
            }

            parts.Add(at..(at + index));
            at += index + separator.Length;
        }

        if (!separator.IsEmpty || at < text.Length)
        {
            parts.Add(at..text.Length);
        }

        return parts;
    }

    private static string OutOfRange(long index) => string.Create(CultureInfo.InvariantCulture, $"index out of range: {index}");

    private static bool IsSpace(int rune) => rune is (>= '\t' and <= '\r') or ' ' or 0x85 or 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200A) or 0x2028 or 0x2029 or 0x202F or 0x205F or 0x3000;
}
