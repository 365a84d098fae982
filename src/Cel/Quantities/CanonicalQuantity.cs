using System.Globalization;
using System.Numerics;

namespace Daytwo.Cel.Quantities;

/// <summary>How a quantity is written: an integer without superfluous zeroes, and the largest suffix.</summary>
internal static class CanonicalQuantity
{
    private static readonly string[] Decimal = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
    private static readonly string[] Binary = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

    public static string Of(BigDecimal value, QuantityFormat format)
    {
        if (value.Sign == 0)
        {
            return "0";
        }

        if (format == QuantityFormat.BinarySI)
        {
            var whole = value.RoundedAway(0);
            if (BigInteger.Abs(whole.Unscaled) >= 1024 && BigDecimal.Compare(whole, value) == 0)
            {
                var (binary, times) = WithoutUnits(whole.Unscaled);
                return Text(binary) + (times < Binary.Length ? Binary[times] : "");
            }

            format = QuantityFormat.DecimalSI;
        }

        var digits = Text(value.Unscaled);
        var mantissa = digits.TrimEnd('0');
        var exponent = unchecked(-value.Scale) + digits.Length - mantissa.Length;
        for (; exponent % 3 != 0; exponent--)
        {
            mantissa += '0';
        }

        return mantissa + Suffix(exponent, format);
    }

    private static string Suffix(int exponent, QuantityFormat format) => format == QuantityFormat.DecimalSI
        ? exponent is >= -9 and <= 18 ? Decimal[(exponent + 9) / 3] : ""
        : exponent == 0 ? "" : "e" + exponent.ToString(CultureInfo.InvariantCulture);

    private static string Text(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    private static (BigInteger Value, int Times) WithoutUnits(BigInteger value)
    {
        var times = 0;
        for (; value % 1024 == 0; times++)
        {
            value /= 1024;
        }

        return (value, times);
    }
}
