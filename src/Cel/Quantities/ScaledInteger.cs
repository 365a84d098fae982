namespace Daytwo.Cel.Quantities;

/// <summary><paramref name="Value"/> · 10^<paramref name="Scale"/>: what most quantities are.</summary>
internal readonly record struct ScaledInteger(long Value, int Scale)
{
    private static ReadOnlySpan<long> PowersOfTen =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000, 1_000_000_000_000,
        10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000, 1_000_000_000_000_000_000,
    ];

    public BigDecimal ToBig() => new(Value, unchecked(-Scale));

    /// <summary>-1, 0 or 1.</summary>
    public static int Compare(ScaledInteger left, ScaledInteger right)
    {
        var difference = (long)left.Scale - right.Scale;
        if (Math.Abs(difference) >= PowersOfTen.Length)
        {
            return BigDecimal.Compare(left.ToBig(), right.ToBig());
        }

        Int128 a = left.Value, b = right.Value;
        return difference >= 0 ? (a * PowersOfTen[(int)difference]).CompareTo(b) : a.CompareTo(b * PowersOfTen[(int)-difference]);
    }

    /// <summary>The sum, or null where it overflows.</summary>
    public static ScaledInteger? Add(ScaledInteger left, ScaledInteger right)
    {
        if (right.Value == 0)
        {
            return left;
        }

        if (left.Value == 0)
        {
            return right;
        }

        var scale = Math.Min(left.Scale, right.Scale);
        return left.At(scale) is { } a && right.At(scale) is { } b && TryAdd(a, b, out var sum) ? new ScaledInteger(sum, scale) : null;
    }

    /// <summary>The value as an integer; null when it has a scale below 1, or overflows.</summary>
    public long? ToInt64() => Scale < 0 ? null : At(0);

    private static bool TryAdd(long a, long b, out long sum)
    {
        sum = unchecked(a + b);
        return ((a ^ sum) & (b ^ sum)) >= 0;
    }

    /// <summary>The value in units of 10^<paramref name="scale"/>, which is not above <see cref="Scale"/>.</summary>
    private long? At(int scale)
    {
        var value = Value;
        for (var i = (long)Scale - scale; i > 0 && value != 0; i--)
        {
            var product = Math.BigMul(value, 10L, out var low);
            if (product != low >> 63)
            {
                return null;
            }

            value = low;
        }

        return value;
    }
}
