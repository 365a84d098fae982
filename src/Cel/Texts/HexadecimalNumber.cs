using System.Globalization;
using System.Numerics;

namespace Daytwo.Cel.Texts;

/// <summary>Hexadecimal floating-point numbers: 1.8p1.</summary>
internal static class HexadecimalNumber
{
    /// <summary>Powers of two beyond which there is only zero or infinity, for any text that fits into an expression.</summary>
    private const int MaxExponent = 4_000_000;

    /// <param name="text">Without sign and 0x.</param>
    /// <returns>The nearest double; null when it is no number or too large.</returns>
    public static double? Parse(ReadOnlySpan<char> text)
    {
        var power = text.IndexOfAny('p', 'P');
        if (power < 0)
        {
            return null;
        }

        var exponentDigits = text[(power + 1)..];
        var unsigned = !exponentDigits.IsEmpty && exponentDigits[0] is '+' or '-' ? exponentDigits[1..] : exponentDigits;
        if (unsigned.IsEmpty || unsigned.ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var mantissa = text[..power];
        var point = mantissa.IndexOf('.');
        var fraction = point < 0 ? 0 : mantissa.Length - point - 1;
        var digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        if (digits.Length == 0 || !BigInteger.TryParse("0" + digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unscaled))
        {
            return null;
        }

        var parsed = int.TryParse(exponentDigits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent);
        exponent = parsed ? exponent : exponentDigits[0] == '-' ? -MaxExponent : MaxExponent;
        if (unscaled.IsZero)
        {
            return 0;
        }

        var shift = Math.Clamp(exponent, -MaxExponent, MaxExponent) - (4 * fraction);
        var magnitude = unscaled.GetBitLength() + shift;
        if (magnitude is > 1024 or < -1100)
        {
            return magnitude > 0 ? null : 0;
        }

        // Written in decimal it is exact, and the nearest double follows.
        var text10 = shift >= 0
            ? (unscaled << shift).ToString(CultureInfo.InvariantCulture)
            : (unscaled * BigInteger.Pow(5, -shift)).ToString(CultureInfo.InvariantCulture) + "E" + shift.ToString(CultureInfo.InvariantCulture);
        var value = double.Parse(text10, CultureInfo.InvariantCulture);
        return double.IsFinite(value) ? value : null;
    }
}
