namespace Daytwo.Runtime.Machines;

/// <summary>Calls back when a machine's wake time has come. One timer, set only when it must fire earlier than it would.</summary>
/// <remarks>
/// It may call back early; the machine ignores an input that comes too soon, and the <see cref="Set"/> after it corrects the
/// timer. Calls to <see cref="Set"/> and <see cref="Fired"/> must not overlap.
/// </remarks>
internal sealed class WakeTimer : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly MonotonicClock _clock;
    private readonly ITimer _timer;
    private Tick? _armed;

    public WakeTimer(MonotonicClock clock, Action elapsed)
    {
        _clock = clock;
        _timer = clock.Time.CreateTimer(static state => ((Action)state!)(), elapsed, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Says that the callback is being served.</summary>
    public void Fired() => _armed = null;

    /// <summary>Calls back at that time. A timer that fires earlier anyway is left alone: moving it at every event costs more than one wake.</summary>
    public void Set(Tick? at)
    {
        if (at is not { } tick || _armed <= tick)
        {
            return;
        }

        _armed = tick;
        _timer.Change(Delay(tick - _clock.Now), Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    /// <summary>Whole milliseconds rounded up, since timers cut fractions off and would fire early.</summary>
    private static TimeSpan Delay(TimeSpan left) =>
        left <= TimeSpan.Zero ? TimeSpan.Zero
        : left > Longest ? Longest
        : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
}
