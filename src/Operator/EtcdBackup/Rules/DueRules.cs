using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.Scheduling;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Begins the run that is due: the one-off, or of the scheduled times that have passed the latest.</summary>
internal static class DueRules
{
    public static void Begin(Draft draft, Timetable timetable)
    {
        if (draft.Seen.Object.Spec.Schedule is null)
        {
            if (draft.Status.LastRun?.Result is null)
            {
                Start(draft, scheduledTime: null);
            }
        }
        else if (timetable.Schedule is { } schedule && !draft.Seen.Object.Spec.Suspend && Due(draft, schedule) is { } due)
        {
            Begin(draft, due);
        }
    }

    public static DueRun? Due(Draft draft, JitteredSchedule schedule)
    {
        var deadline = draft.Seen.Object.Spec.StartingDeadlineSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return DueRun.Find(schedule, Since(draft, schedule), draft.Now, deadline);
    }

    private static void Begin(Draft draft, DueRun due)
    {
        var scheduled = due.Start.ScheduledFor;
        if (IsKnown(draft, RunId.Of(draft.Meta, scheduled)))
        {
            draft.Status = draft.Status with { LastScheduleTime = scheduled };
        }
        else if (due.Expired)
        {
            draft.Status = draft.Status with { LastScheduleTime = scheduled, MissedRuns = (draft.Status.MissedRuns ?? 0) + due.Missed + 1 };
            draft.Warn(Actions.Schedule, Reasons.MissedSchedule, $"Missed the run of {scheduled:u}: its starting deadline has passed");
        }
        else if (Start(draft, scheduled))
        {
            draft.Status = draft.Status with { LastScheduleTime = scheduled, MissedRuns = (draft.Status.MissedRuns ?? 0) + due.Missed };
            Mention(draft, due);
        }
    }

    /// <summary>The intent is written with this decision; only then does the attempt start. Waits while what it needs is missing.</summary>
    private static bool Start(Draft draft, DateTimeOffset? scheduledTime)
    {
        var run = new CurrentRun { Id = RunId.Of(draft.Meta, scheduledTime), ScheduledTime = scheduledTime, StartedAt = draft.Now };
        if (!AttemptRules.CanStart(draft))
        {
            return false;
        }

        AttemptRules.Start(draft, run, number: 1);
        return true;
    }

    /// <summary>
    /// Runs up to this time are past. A last scheduled time that lies beyond the next one was written by a clock that was wrong; it is
    /// forgotten, or the schedule would stand still until that time. So is a creation that, by our clock, is yet to come.
    /// </summary>
    private static DateTimeOffset Since(Draft draft, JitteredSchedule schedule)
    {
        var created = draft.Meta.CreationTimestamp ?? draft.Now;
        return draft.Status.LastScheduleTime is { } last && (last <= draft.Now || (schedule.Next(draft.Now) is { } next && last <= next.ScheduledFor)) ? last
            : created - draft.Now > Waits.BelievableSkew ? DateTimeOffset.MinValue
            : created;
    }

    private static bool IsKnown(Draft draft, string id) =>
        draft.Status.LastRun?.Id == id || draft.Status.LastSuccess?.Id == id || (draft.Seen.Store.Content?.Snapshots.Any(s => s.Id == id) ?? false);

    private static void Mention(Draft draft, DueRun due)
    {
        if (due.Missed >= DueRun.CountLimit)
        {
            draft.Warn(Actions.Schedule, Reasons.TooManyMissedTimes, "More than 100 scheduled times passed without a run; only the latest is made up for. Check clocks, or set startingDeadlineSeconds");
        }
        else if (due.Missed > 0)
        {
            draft.Warn(Actions.Schedule, Reasons.MissedSchedule, $"{due.Missed} scheduled times passed without a run; only the latest is made up for");
        }
    }
}
