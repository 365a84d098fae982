using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Controllers;

/// <summary>
/// Notices that someone set the wall clock. Keys wait in monotonic time, so that nothing polls; after a step of the wall clock
/// those waits are wrong and the keys must be looked at again.
/// </summary>
internal sealed class WallClockWatch : IDisposable
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(15);

    private readonly MonotonicClock _clock;
    private readonly Action<TimeSpan> _stepped;
    private readonly ITimer _timer;
    private Tick _tick;
    private DateTimeOffset _wall;

    /// <param name="stepped">Told by how much, forward or back.</param>
    public WallClockWatch(MonotonicClock clock, Action<TimeSpan> stepped)
    {
        (_clock, _stepped) = (clock, stepped);
        (_tick, _wall) = (clock.Now, clock.Wall);
        _timer = clock.Time.CreateTimer(static watch => ((WallClockWatch)watch!).Look(), this, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        var (tick, wall) = (_clock.Now, _clock.Wall);
        var step = (wall - _wall) - (tick - _tick);
        (_tick, _wall) = (tick, wall);
        if (step.Duration() > Tolerance)
        {
            _stepped(step);
        }
    }
}
