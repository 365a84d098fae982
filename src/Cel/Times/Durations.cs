using System.Text;
using Daytwo.Cel.Texts;

namespace Daytwo.Cel.Times;

/// <summary>Durations in nanoseconds, read and written as Go's time and cel-go do.</summary>
internal static class Durations
{
    private const long Second = 1_000_000_000;

    /// <summary>Reads 1h2m3.5s; null when it is no duration, or beyond 292 years.</summary>
    public static long? Parse(ReadOnlySpan<byte> text)
    {
        var negative = !text.IsEmpty && text[0] == '-';
        text = !text.IsEmpty && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (text.SequenceEqual("0"u8))
        {
            return 0;
        }

        if (text.IsEmpty)
        {
            return null;
        }

        ulong total = 0;
        while (!text.IsEmpty)
        {
            if (!Number(ref text, out var value, out var fraction, out var scale) || Unit(ref text) is not { } unit || value > (1UL << 63) / unit)
            {
                return null;
            }

            value = (value * unit) + (fraction == 0 ? 0 : (ulong)(fraction * (unit / scale)));
            total += value;
            if (value > 1UL << 63 || total > 1UL << 63)
            {
                return null;
            }
        }

        return negative ? unchecked(-(long)total) : total > long.MaxValue ? null : (long)total;
    }

    /// <summary>Seconds with as many digits as they need: 3601.5s.</summary>
    public static string Text(long nanoseconds) => NumberText.Fixed(Seconds(nanoseconds)) + "s";

    /// <summary>The duration in units, cut off as cel-go's getters do: they go by way of a double.</summary>
    /// <param name="unit">Nanoseconds of a unit.</param>
    public static long Units(long nanoseconds, long unit) => unit < Second
        ? nanoseconds / unit
        : (long)((nanoseconds / unit) + ((nanoseconds % unit) / (double)unit));

    private static double Seconds(long nanoseconds) => (nanoseconds / Second) + ((nanoseconds % Second) / 1e9);

    /// <summary>Digits, and a fraction as digits over a scale: what does not fit is dropped.</summary>
    private static bool Number(ref ReadOnlySpan<byte> text, out ulong value, out double fraction, out double scale)
    {
        value = 0;
        scale = 1;
        var whole = 0;
        for (; whole < text.Length && char.IsAsciiDigit((char)text[whole]); whole++)
        {
            if (value > (1UL << 63) / 10)
            {
                fraction = 0;
                return false;
            }

            value = (value * 10) + (ulong)(text[whole] - '0');
            if (value > 1UL << 63)
            {
                fraction = 0;
                return false;
            }
        }

        text = text[whole..];
        ulong digits = 0;
        var count = 0;
        if (!text.IsEmpty && text[0] == '.')
        {
            var full = false;
            for (count = 0; count + 1 < text.Length && char.IsAsciiDigit((char)text[count + 1]); count++)
            {
                var next = (digits * 10) + (ulong)(text[count + 1] - '0');
                full = full || digits > ((1UL << 63) - 1) / 10 || next > 1UL << 63;
                if (!full)
                {
                    digits = next;
                    scale *= 10;
                }
            }

            text = text[(count + 1)..];
        }

        fraction = digits;
        return whole > 0 || count > 0;
    }

    private static ulong? Unit(ref ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && text[length] != '.' && !char.IsAsciiDigit((char)text[length]))
        {
            length++;
        }

        var name = text[..length];
        text = text[length..];
        return Encoding.UTF8.GetString(name) switch
        {
            "ns" => 1UL,
            "us" or "\u00B5s" or "\u03BCs" => 1000UL,
            "ms" => 1_000_000UL,
            "s" => (ulong)Second,
            "m" => (ulong)(60 * Second),
            "h" => (ulong)(3600 * Second),
            _ => (ulong?)null,
        };
    }
}
