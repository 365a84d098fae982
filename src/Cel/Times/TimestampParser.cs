using Daytwo.Cel.Values;

namespace Daytwo.Cel.Times;

/// <summary>Reads RFC 3339 as Go's time.Parse does, which also takes an hour of one digit, a comma before the fraction, and offsets up to 24:60.</summary>
internal static class TimestampParser
{
    /// <summary>A timestamp, which may be out of range; null when the text is none.</summary>
    public static CelTimestamp? Parse(ReadOnlySpan<byte> text)
    {
        if (!Digits(ref text, 4, out var year) || !Take(ref text, '-') || !Digits(ref text, 2, out var month) || !Take(ref text, '-')
            || !Digits(ref text, 2, out var day) || !Take(ref text, 'T') || !Hour(ref text, out var hour) || !Take(ref text, ':')
            || !Digits(ref text, 2, out var minute) || !Take(ref text, ':') || !Digits(ref text, 2, out var second))
        {
            return null;
        }

        if (month is < 1 or > 12 || hour > 23 || minute > 59 || second > 59 || day < 1 || day > CivilTime.LengthOf(year, month))
        {
            return null;
        }

        var nanoseconds = Fraction(ref text);
        if (!Zone(ref text, out var offset) || !text.IsEmpty)
        {
            return null;
        }

        var local = (CivilTime.DaysBefore(year, month, day) * 86400) + (hour * 3600) + (minute * 60) + second;
        return new CelTimestamp(local - offset, nanoseconds, offset);
    }

    private static bool Take(ref ReadOnlySpan<byte> text, char expected)
    {
        if (text.IsEmpty || text[0] != expected)
        {
            return false;
        }

        text = text[1..];
        return true;
    }

    private static bool IsDigit(ReadOnlySpan<byte> text, int at) => at < text.Length && char.IsAsciiDigit((char)text[at]);

    private static bool Digits(ref ReadOnlySpan<byte> text, int count, out int value)
    {
        value = 0;
        for (var i = 0; i < count; i++)
        {
            if (!IsDigit(text, i))
            {
                return false;
            }

            value = (value * 10) + text[i] - '0';
        }

        text = text[count..];
        return true;
    }

    private static bool Hour(ref ReadOnlySpan<byte> text, out int value) => Digits(ref text, IsDigit(text, 1) ? 2 : 1, out value);

    private static int Fraction(ref ReadOnlySpan<byte> text)
    {
        if (text.Length < 2 || text[0] is not ((byte)'.' or (byte)',') || !IsDigit(text, 1))
        {
            return 0;
        }

        int value = 0, digits = 0;
        for (text = text[1..]; IsDigit(text, 0); text = text[1..], digits++)
        {
            value = digits < 9 ? (value * 10) + text[0] - '0' : value;
        }

        for (; digits < 9; digits++)
        {
            value *= 10;
        }

        return value;
    }

    private static bool Zone(ref ReadOnlySpan<byte> text, out int offset)
    {
        offset = 0;
        if (Take(ref text, 'Z'))
        {
            return true;
        }

        var negative = !text.IsEmpty && text[0] == '-';
        if ((!Take(ref text, '+') && !Take(ref text, '-')) || !Digits(ref text, 2, out var hours) || !Take(ref text, ':') || !Digits(ref text, 2, out var minutes))
        {
            return false;
        }

        offset = ((hours * 60) + minutes) * (negative ? -60 : 60);
        return hours <= 24 && minutes <= 60;
    }
}
