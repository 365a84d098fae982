using System.Globalization;
using System.Numerics;

namespace Daytwo.Cel.Quantities;

/// <summary><paramref name="Unscaled"/> · 10^-<paramref name="Scale"/>, of any size.</summary>
/// <param name="Scale">Digits after the point; negative for zeroes before it.</param>
internal readonly record struct BigDecimal(BigInteger Unscaled, int Scale)
{
    public int Sign => Unscaled.Sign;

    public static BigDecimal operator +(BigDecimal left, BigDecimal right)
    {
        var scale = Math.Max(left.Scale, right.Scale);
        return new BigDecimal(left.At(scale) + right.At(scale), scale);
    }

    public static BigDecimal operator -(BigDecimal value) => value with { Unscaled = -value.Unscaled };

    public static int Compare(BigDecimal left, BigDecimal right)
    {
        if (left.Sign != right.Sign)
        {
            return left.Sign.CompareTo(right.Sign);
        }

        if (left.Sign == 0)
        {
            return 0;
        }

        // Magnitudes first: the digits of numbers far apart need not be written out.
        var ((leftLow, leftHigh), (rightLow, rightHigh)) = (left.ExponentBounds(), right.ExponentBounds());
        if (leftLow > rightHigh || leftHigh < rightLow)
        {
            return leftLow > rightHigh ? left.Sign : -left.Sign;
        }

        var scale = Math.Max(left.Scale, right.Scale);
        return left.At(scale).CompareTo(right.At(scale));
    }

    /// <summary>With exactly <paramref name="scale"/> digits after the point; what is cut off rounds away from zero.</summary>
    public BigDecimal RoundedAway(int scale)
    {
        if (scale >= Scale)
        {
            return new BigDecimal(At(scale), scale);
        }

        var quotient = BigInteger.DivRem(Unscaled, BigInteger.Pow(10, Scale - scale), out var rest);
        return new BigDecimal(quotient + rest.Sign, scale);
    }

    /// <summary>The nearest double to the unscaled number.</summary>
    public double UnscaledDouble() => double.Parse(Unscaled.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>10^low ≤ |this| &lt; 10^high.</summary>
    private (long Low, long High) ExponentBounds()
    {
        var bits = BigInteger.Abs(Unscaled).GetBitLength();
        return (((bits - 1) * 3 / 10) - Scale, (bits / 3) + 1 - (long)Scale);
    }

    private BigInteger At(int scale) => scale == Scale ? Unscaled : Unscaled * BigInteger.Pow(10, scale - Scale);
}
