using System.Globalization;
using System.Numerics;

namespace Daytwo.Cel.Texts;

/// <summary>The digits of a positive double: 0.<paramref name="Digits"/> · 10^<paramref name="Point"/>, without zeroes at either end.</summary>
internal readonly record struct DecimalExpansion(string Digits, int Point)
{
    /// <summary>The fewest digits that no other double is nearer to.</summary>
    public static DecimalExpansion Shortest(double value)
    {
        var round = value.ToString("R", CultureInfo.InvariantCulture);
        var text = round.Contains('E', StringComparison.Ordinal) ? round : round + "E0";
        var exponent = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = text[..exponent];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        return Trimmed(digits, (point < 0 ? digits.Length : point) + int.Parse(text.AsSpan(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
    }

    /// <summary>All digits, of which there may be some 770.</summary>
    public static DecimalExpansion Exact(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        (mantissa, exponent) = exponent == 0 ? (mantissa, -1074) : (mantissa | 0x10000000000000, exponent - 1075);
        var unscaled = exponent >= 0 ? (BigInteger)mantissa << exponent : mantissa * BigInteger.Pow(5, -exponent);
        var digits = unscaled.ToString(CultureInfo.InvariantCulture);
        return Trimmed(digits, digits.Length + Math.Min(exponent, 0));
    }

    /// <summary>The first <paramref name="count"/> digits; a tie rounds to the even one.</summary>
    public DecimalExpansion Rounded(int count)
    {
        if (count >= Digits.Length)
        {
            return this;
        }

        if (count < 0)
        {
            return new DecimalExpansion("", 0);
        }

        var tie = Digits[count] == '5' && count == Digits.Length - 1;
        var up = tie ? count > 0 && (Digits[count - 1] - '0') % 2 == 1 : Digits[count] >= '5';
        if (!up)
        {
            return Trimmed(Digits[..count], Point);
        }

        var kept = Digits[..count].ToCharArray();
        var i = count - 1;
        for (; i >= 0 && kept[i] == '9'; i--)
        {
            kept[i] = '0';
        }

        if (i < 0)
        {
            return new DecimalExpansion("1", Point + 1);
        }

        kept[i]++;
        return Trimmed(new string(kept), Point);
    }

    private static DecimalExpansion Trimmed(string digits, int point)
    {
        var start = digits.Length - digits.TrimStart('0').Length;
        var kept = digits.Trim('0');
        return kept.Length == 0 ? new DecimalExpansion("", 0) : new DecimalExpansion(kept, point - start);
    }
}
