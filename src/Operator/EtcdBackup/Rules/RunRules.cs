namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>The life of runs: follow the one that the status names to its end, then begin the next that is due.</summary>
internal static class RunRules
{
    public static void Apply(Draft draft, Timetable timetable)
    {
        if (draft.Status.CurrentRun is { } run)
        {
            if (run.RetryAt is { } retryAt)
            {
                RetryRules.Await(draft, timetable, run, retryAt);
            }
            else
            {
                AttemptRules.Follow(draft, timetable, run);
            }
        }

        if (draft.Status.CurrentRun is null)
        {
            DueRules.Begin(draft, timetable);
        }

        draft.Status = draft.Status with { NextRunTime = Next(draft, timetable) };
    }

    private static DateTimeOffset? Next(Draft draft, Timetable timetable)
    {
        if (draft.Seen.Object.Spec.Suspend || timetable.Schedule?.NextStartAfter(draft.Now) is not { } next)
        {
            return null;
        }

        draft.WakeAt(next.StartsAt);
        return next.StartsAt;
    }
}
