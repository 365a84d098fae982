namespace Daytwo.Cel.Costs;

/// <summary>Sums and products of costs, which stop at the largest number: it stands for "no bound".</summary>
public static class CappedCost
{
    private const double Limit = 18446744073709551616.0;

    public static ulong Add(ulong a, ulong b) => b > ulong.MaxValue - a ? ulong.MaxValue : a + b;

    public static ulong Multiply(ulong a, ulong b) => b != 0 && a > ulong.MaxValue / b ? ulong.MaxValue : a * b;

    /// <summary>Times a factor, rounded up.</summary>
    internal static ulong Scale(ulong value, double factor)
    {
        var product = Math.Ceiling(value * factor);
        return product >= Limit ? ulong.MaxValue : (ulong)product;
    }
}
