using System.Globalization;
using System.Text;

namespace Daytwo.Cel.Texts;

/// <summary>Texts to numbers and truth, as Go's strconv reads them. Null: it is none, or out of range.</summary>
internal static class Conversions
{
    /// <summary>Decimal digits with a sign.</summary>
    public static long? ToInt(ReadOnlySpan<byte> text)
    {
        var digits = !text.IsEmpty && text[0] is (byte)'+' or (byte)'-' ? text[1..] : text;
        if (ToUint(digits) is not { } value)
        {
            return null;
        }

        return text[0] == '-'
            ? value <= 1UL << 63 ? unchecked(-(long)value) : null
            : value <= long.MaxValue ? (long)value : null;
    }

    /// <summary>Decimal digits.</summary>
    public static ulong? ToUint(ReadOnlySpan<byte> text)
    {
        ulong value = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit) || value > ulong.MaxValue / 10 || (value * 10) > ulong.MaxValue - (ulong)(digit - '0'))
            {
                return null;
            }

            value = (value * 10) + (ulong)(digit - '0');
        }

        return text.IsEmpty ? null : value;
    }

    /// <summary>1, t, T, TRUE, true, True and their opposites.</summary>
    public static bool? ToBool(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text) switch
    {
        "1" or "t" or "T" or "TRUE" or "true" or "True" => true,
        "0" or "f" or "F" or "FALSE" or "false" or "False" => false,
        _ => null,
    };

    /// <summary>Decimal or hexadecimal numbers, infinity and NaN.</summary>
    public static double? ToDouble(ReadOnlySpan<byte> text)
    {
        var written = Encoding.UTF8.GetString(text);
        if (!SeparatesDigits(written))
        {
            return null;
        }

        var number = written.Replace("_", "", StringComparison.Ordinal);
        var unsigned = number.Length > 0 && number[0] is '+' or '-' ? number[1..] : number;
        if (unsigned.Equals("inf", StringComparison.OrdinalIgnoreCase) || unsigned.Equals("infinity", StringComparison.OrdinalIgnoreCase))
        {
            return number[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (number.Equals("nan", StringComparison.OrdinalIgnoreCase))
        {
            return double.NaN;
        }

        if (unsigned.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return HexadecimalNumber.Parse(unsigned.AsSpan(2)) is { } value ? (number[0] == '-' ? -value : value) : null;
        }

        if (unsigned.Length == 0 || !(char.IsAsciiDigit(unsigned[0]) || (unsigned[0] == '.' && unsigned.Length > 1 && char.IsAsciiDigit(unsigned[1]))))
        {
            return null;
        }

        const NumberStyles Styles = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        return double.TryParse(number, Styles, CultureInfo.InvariantCulture, out var parsed) && double.IsFinite(parsed) ? parsed : null;
    }

    /// <summary>Whether every low line stands between digits, or between 0x and a digit.</summary>
    private static bool SeparatesDigits(string number)
    {
        if (!number.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        var start = number[0] is '+' or '-' ? 1 : 0;
        var hexadecimal = number.AsSpan(start).StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        bool IsDigit(int at) => at >= start && at < number.Length
            && (hexadecimal ? char.IsAsciiHexDigit(number[at]) || at == start + 1 : char.IsAsciiDigit(number[at]));
        for (var i = 0; i < number.Length; i++)
        {
            if (number[i] == '_' && !(IsDigit(i - 1) && IsDigit(i + 1)))
            {
                return false;
            }
        }

        return true;
    }
}
