namespace Daytwo.Cel.Quantities;

/// <summary>Reads quantities as nearly all are written (500m, 2Gi, 1.5), without allocation but for the result. What it leaves to <see cref="QuantityParser"/> is not wrong, but rarer.</summary>
internal static class ShortQuantity
{
    private const int MaxDigits = 15;
    private const int Nano = -9;

    /// <summary>The quantity; null when the text has another form.</summary>
    public static Quantity? Read(ReadOnlySpan<byte> text)
    {
        long number = 0;
        int digits = 0, point = -1, at = 0;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '.' && point < 0)
            {
                point = digits;
            }
            else if (c is >= (byte)'0' and <= (byte)'9')
            {
                number = (number * 10) + c - '0';
                if (++digits > MaxDigits)
                {
                    return null;
                }
            }
            else
            {
                break;
            }
        }

        if (digits == 0 || text[0] is < (byte)'1' or > (byte)'9' || point == digits)
        {
            return null;
        }

        var fraction = point < 0 ? 0 : digits - point;
        var suffix = text[at..];
        if (suffix.Length == 2 && suffix[1] == 'i' && fraction == 0)
        {
            var power = 10 * (1 + "KMGTPE"u8.IndexOf(suffix[0]));
            return power > 0 && 14 - digits - (power * 3 / 10) >= 0
                ? new Quantity(new ScaledInteger(number << power, 0), QuantityFormat.BinarySI)
                : null;
        }

        var place = suffix.Length == 0 ? 3 : suffix.Length == 1 ? "num kMGTPE"u8.IndexOf(suffix[0]) : -1;
        if (place < 0 || (suffix.Length == 1 && place == 3))
        {
            return null;
        }

        var scale = (3 * place) + Nano - fraction;

        // A fraction may be kept as it was written.
        return scale < Nano || (fraction > 0 && scale % 3 == 0) ? null : new Quantity(new ScaledInteger(number, scale), QuantityFormat.DecimalSI);
    }
}
