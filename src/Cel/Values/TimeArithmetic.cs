namespace Daytwo.Cel.Values;

/// <summary>Timestamps and durations together.</summary>
internal static class TimeArithmetic
{
    private const long SecondInNanoseconds = 1_000_000_000;

    private static readonly CelValue IntOverflow = CelValue.OfError("integer overflow");
    private static readonly CelValue TimestampOverflow = CelValue.OfError("timestamp overflow");

    public static CelValue Add(CelTimestamp timestamp, long nanoseconds)
    {
        var total = timestamp.Nanoseconds + (nanoseconds % SecondInNanoseconds);
        var seconds = timestamp.Seconds + (nanoseconds / SecondInNanoseconds);
        if (total < 0)
        {
            total += SecondInNanoseconds;
            seconds--;
        }
        else if (total >= SecondInNanoseconds)
        {
            total -= SecondInNanoseconds;
            seconds++;
        }

        return seconds is < CelTimestamp.Earliest or > CelTimestamp.Latest ? TimestampOverflow : CelValue.Of(new CelTimestamp(seconds, (int)total, timestamp.OffsetSeconds));
    }

    public static CelValue Between(CelTimestamp from, CelTimestamp to)
    {
        var nanoseconds = ((Int128)(to.Seconds - from.Seconds) * SecondInNanoseconds) + (to.Nanoseconds - from.Nanoseconds);
        var whole = (Int128)(to.Seconds - from.Seconds) * SecondInNanoseconds;
        return whole < long.MinValue || whole > long.MaxValue || nanoseconds < long.MinValue || nanoseconds > long.MaxValue
            ? IntOverflow
            : CelValue.OfDuration((long)nanoseconds);
    }
}
