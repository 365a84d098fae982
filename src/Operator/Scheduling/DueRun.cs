namespace Daytwo.Operator.Scheduling;

/// <summary>
/// Which run of a schedule to start now, as a CronJob decides it: of all runs missed since the last one, the latest alone, and only
/// within the starting deadline.
/// </summary>
/// <param name="Start">The run.</param>
/// <param name="Expired">Whether its starting deadline has passed: it is not to be started.</param>
/// <param name="Missed">How many scheduled times before it had no run; counting stops at <see cref="CountLimit"/>.</param>
internal sealed record DueRun(ScheduledStart Start, bool Expired, int Missed)
{
    /// <summary>Above a hundred, "many" says it all; a CronJob stops counting here too.</summary>
    public const int CountLimit = 101;

    /// <param name="since">The scheduled time of the last run, or when the object was created: runs at or before it are past.</param>
    /// <param name="startingDeadline">How late a run may start; null for any time.</param>
    /// <returns>Null when no run is due.</returns>
    public static DueRun? Find(JitteredSchedule schedule, DateTimeOffset since, DateTimeOffset now, TimeSpan? startingDeadline)
    {
        if (schedule.LatestDue(now) is not { } start || start.ScheduledFor <= since)
        {
            return null;
        }

        var expired = startingDeadline is { } deadline && now - start.StartsAt > deadline;
        var missed = schedule.Count(since, start.ScheduledFor.AddSafely(TimeSpan.FromMinutes(-1)), CountLimit);
        return new DueRun(start, expired, missed);
    }
}
