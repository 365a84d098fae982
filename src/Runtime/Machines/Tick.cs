namespace Daytwo.Runtime.Machines;

/// <summary>A point of monotonic time. Nobody can set this clock, so leases, queues and watchdogs use it; wall time is for rules.</summary>
/// <param name="SinceStart">Time since an arbitrary start, the same for all ticks of one <see cref="MonotonicClock"/>.</param>
public readonly record struct Tick(TimeSpan SinceStart) : IComparable<Tick>
{
    public int CompareTo(Tick other) => SinceStart.CompareTo(other.SinceStart);

    public static Tick Earlier(Tick a, Tick b) => a < b ? a : b;

    public static Tick Later(Tick a, Tick b) => a > b ? a : b;

    public static bool operator <(Tick a, Tick b) => a.SinceStart < b.SinceStart;

    public static bool operator >(Tick a, Tick b) => a.SinceStart > b.SinceStart;

    public static bool operator <=(Tick a, Tick b) => a.SinceStart <= b.SinceStart;

    public static bool operator >=(Tick a, Tick b) => a.SinceStart >= b.SinceStart;

    public static Tick operator +(Tick a, TimeSpan b) => new(a.SinceStart + b);

    public static TimeSpan operator -(Tick a, Tick b) => a.SinceStart - b.SinceStart;

    public static Tick Add(Tick left, TimeSpan right) => left + right;

    public static TimeSpan Subtract(Tick left, Tick right) => left - right;
}
