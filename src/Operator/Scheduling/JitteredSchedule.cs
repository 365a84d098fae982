namespace Daytwo.Operator.Scheduling;

/// <summary>A schedule whose runs start a little later than scheduled, each by its own delay. A delay never reaches the next scheduled time.</summary>
/// <param name="schedule">The scheduled times.</param>
/// <param name="uid">The object's UID, from which the delays derive.</param>
/// <param name="spread">The greatest delay wanted.</param>
internal sealed class JitteredSchedule(CronSchedule schedule, string uid, TimeSpan spread)
{
    /// <summary>The next scheduled time after <paramref name="scheduledAfter"/> and when its run starts; null when it never fires again.</summary>
    public ScheduledStart? Next(DateTimeOffset scheduledAfter) =>
        schedule.Next(scheduledAfter) is { } at ? Start(at) : null;

    /// <summary>The first start that lies after <paramref name="now"/>: what to wait for.</summary>
    public ScheduledStart? NextStartAfter(DateTimeOffset now)
    {
        if (schedule.Previous(now) is { } current && Start(current) is var pending && pending.StartsAt > now)
        {
            return pending;
        }

        return Next(now);
    }

    /// <summary>The latest run whose start has come.</summary>
    public ScheduledStart? LatestDue(DateTimeOffset now)
    {
        if (schedule.Previous(now) is not { } latest)
        {
            return null;
        }

        if (Start(latest) is var start && start.StartsAt <= now)
        {
            return start;
        }

        return schedule.Previous(latest.AddSafely(TimeSpan.FromMinutes(-1))) is { } before ? Start(before) : null;
    }

    /// <summary>How many scheduled times lie after <paramref name="after"/> and not after <paramref name="until"/>; counting stops at <paramref name="cap"/>.</summary>
    public int Count(DateTimeOffset after, DateTimeOffset until, int cap)
    {
        var count = 0;
        for (var at = schedule.Next(after); count < cap && at is { } moment && moment <= until; at = schedule.Next(moment))
        {
            count++;
        }

        return count;
    }

    private ScheduledStart Start(DateTimeOffset at)
    {
        var bound = spread;
        if (bound > TimeSpan.Zero && schedule.Next(at) is { } following && following - at < bound)
        {
            bound = following - at;
        }

        return new ScheduledStart(at, at.AddSafely(Jitter.Of(uid, at, bound)));
    }
}
