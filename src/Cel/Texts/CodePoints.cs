using System.Numerics;
using System.Text;

namespace Daytwo.Cel.Texts;

/// <summary>UTF-8 measured in code points, as CEL measures texts. Indexes are in bytes where they say so.</summary>
internal static class CodePoints
{
    /// <summary>How many code points; every byte that begins one is one.</summary>
    public static int Count(ReadOnlySpan<byte> text)
    {
        var count = 0;
        if (Vector.IsHardwareAccelerated)
        {
            for (; text.Length >= Vector<sbyte>.Count; text = text[Vector<sbyte>.Count..])
            {
                // Bytes that continue a code point are those below -64 as signed numbers.
                var begins = Vector.GreaterThan(Vector.AsVectorSByte(new Vector<byte>(text)), new Vector<sbyte>(-65));
                count -= Vector.Sum(begins) is var sum && sum <= 0 ? sum : sum - 256;
            }
        }

        foreach (var value in text)
        {
            count += (sbyte)value > -65 ? 1 : 0;
        }

        return count;
    }

    /// <summary>The byte at which a code point begins; the length of the text for the one after its last. -1 beyond.</summary>
    public static int ByteOffset(ReadOnlySpan<byte> text, long index)
    {
        if (index < 0 || index > text.Length)
        {
            return -1;
        }

        var remaining = index;
        for (var i = 0; i < text.Length; i++)
        {
            if ((sbyte)text[i] > -65 && remaining-- == 0)
            {
                return i;
            }
        }

        return remaining == 0 ? text.Length : -1;
    }

    /// <summary>The length in bytes of the code point that begins at a byte.</summary>
    public static int LengthAt(ReadOnlySpan<byte> text, int offset)
    {
        Rune.DecodeFromUtf8(text[offset..], out _, out var length);
        return length;
    }
}
