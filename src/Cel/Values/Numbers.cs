namespace Daytwo.Cel.Values;

/// <summary>Numbers of different types side by side, as cel-go compares and converts them.</summary>
internal static class Numbers
{
    private const double TwoTo63 = 9223372036854775808d;
    private const double TwoTo64 = 18446744073709551616d;

    /// <summary>The integer part when an int can hold it.</summary>
    public static long? ToInt(double value) => double.IsNaN(value) || value <= -TwoTo63 || value >= TwoTo63 ? null : (long)value;

    /// <summary>The integer part when a uint can hold it.</summary>
    public static ulong? ToUint(double value) => double.IsNaN(value) || value < 0 || value >= TwoTo64 ? null : (ulong)value;

    public static long? ToIntLossless(double value) => ToInt(value) is { } i && i == value ? i : null;

    public static ulong? ToUintLossless(double value) => ToUint(value) is { } u && u == value ? u : null;

    /// <summary>-1, 0 or 1; neither is NaN.</summary>
    public static int Compare(double left, double right) => left < right ? -1 : left > right ? 1 : 0;

    public static int Compare(double left, long right) => left < -TwoTo63 ? -1 : left > TwoTo63 ? 1 : Compare(left, (double)right);

    public static int Compare(double left, ulong right) => left < 0 ? -1 : left > TwoTo64 ? 1 : Compare(left, (double)right);

    public static int Compare(long left, ulong right) => left < 0 || right > long.MaxValue ? -1 : left.CompareTo((long)right);
}
