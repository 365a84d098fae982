using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Election;

/// <summary>Until when this process may act as leader. Asked when a mutating request is sent, so that a process that slept finds out first.</summary>
public sealed class LeaderFence(MonotonicClock clock)
{
    private long _deadline = long.MinValue;

    /// <summary>A fence that is always open, for programs that elect no leader.</summary>
    public static LeaderFence Open(MonotonicClock clock)
    {
        var fence = new LeaderFence(clock);
        fence.Extend(new Tick(TimeSpan.MaxValue));
        return fence;
    }

    /// <summary>Whether we may act now.</summary>
    public bool IsOpen => clock.Now.SinceStart.Ticks < Interlocked.Read(ref _deadline);

    internal void Extend(Tick deadline) => Interlocked.Exchange(ref _deadline, deadline.SinceStart.Ticks);

    internal void Close() => Interlocked.Exchange(ref _deadline, long.MinValue);
}
