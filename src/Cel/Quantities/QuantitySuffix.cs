using System.Globalization;

namespace Daytwo.Cel.Quantities;

/// <summary>What stands after the number of a quantity.</summary>
internal static class QuantitySuffix
{
    /// <param name="binary">The factor is 2^<paramref name="exponent"/>, not 10^<paramref name="exponent"/>.</param>
    public static bool TryRead(string suffix, out bool binary, out int exponent, out QuantityFormat format)
    {
        (binary, exponent, format) = suffix switch
        {
            "n" => (false, -9, QuantityFormat.DecimalSI),
            "u" => (false, -6, QuantityFormat.DecimalSI),
            "m" => (false, -3, QuantityFormat.DecimalSI),
            "" => (false, 0, QuantityFormat.DecimalSI),
            "k" => (false, 3, QuantityFormat.DecimalSI),
            "M" => (false, 6, QuantityFormat.DecimalSI),
            "G" => (false, 9, QuantityFormat.DecimalSI),
            "T" => (false, 12, QuantityFormat.DecimalSI),
            "P" => (false, 15, QuantityFormat.DecimalSI),
            "E" => (false, 18, QuantityFormat.DecimalSI),
            "Ki" => (true, 10, QuantityFormat.BinarySI),
            "Mi" => (true, 20, QuantityFormat.BinarySI),
            "Gi" => (true, 30, QuantityFormat.BinarySI),
            "Ti" => (true, 40, QuantityFormat.BinarySI),
            "Pi" => (true, 50, QuantityFormat.BinarySI),
            "Ei" => (true, 60, QuantityFormat.BinarySI),
            _ => (false, 0, QuantityFormat.DecimalExponent),
        };
        if (format != QuantityFormat.DecimalExponent)
        {
            return true;
        }

        // The original cuts a longer exponent to 32 bits.
        if (suffix.Length < 2 || suffix[0] is not ('e' or 'E')
            || !long.TryParse(suffix.AsSpan(1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var written))
        {
            return false;
        }

        exponent = unchecked((int)written);
        return true;
    }
}
