namespace Daytwo.Cel.Values;

/// <summary>A point in time with the offset it was written with, which only its text shows.</summary>
/// <param name="Seconds">Since 1970-01-01T00:00:00Z.</param>
/// <param name="Nanoseconds">0 to 999,999,999.</param>
/// <param name="OffsetSeconds">East of UTC.</param>
public readonly record struct CelTimestamp(long Seconds, int Nanoseconds, int OffsetSeconds = 0) : IComparable<CelTimestamp>
{
    /// <summary>0001-01-01T00:00:00Z.</summary>
    internal const long Earliest = -62135596800;

    /// <summary>9999-12-31T23:59:59Z.</summary>
    internal const long Latest = 253402300799;

    public int CompareTo(CelTimestamp other) => Seconds != other.Seconds ? Seconds.CompareTo(other.Seconds) : Nanoseconds.CompareTo(other.Nanoseconds);

    public static bool operator <(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) < 0;

    public static bool operator >(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) > 0;

    public static bool operator <=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CelTimestamp left, CelTimestamp right) => left.CompareTo(right) >= 0;
}
