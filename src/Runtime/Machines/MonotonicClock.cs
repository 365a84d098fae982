namespace Daytwo.Runtime.Machines;

/// <summary>The two clocks of the runtime, both read from one <see cref="TimeProvider"/>.</summary>
public sealed class MonotonicClock(TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();

    public TimeProvider Time { get; } = time;

    /// <summary>Monotonic: what durations and deadlines are measured with.</summary>
    public Tick Now => new(Time.GetElapsedTime(_start));

    /// <summary>The calendar, which an administrator or NTP may move at any moment.</summary>
    public DateTimeOffset Wall => Time.GetUtcNow();
}
