using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>The pause between attempts: it ends with the next attempt, or with the next scheduled run, which takes the run's place.</summary>
internal static class RetryRules
{
    public static void Await(Draft draft, Timetable timetable, CurrentRun run, DateTimeOffset retryAt)
    {
        if (IsOvertaken(draft, timetable, run))
        {
            var (reason, message) = LastFailure(draft, run);
            OutcomeRules.GiveUp(draft, run, reason, message);
        }
        else if (retryAt <= draft.Now)
        {
            if (AttemptRules.CanStart(draft))
            {
                AttemptRules.Start(draft, run, (run.Attempt ?? 0) + 1);
            }
        }
        else if (retryAt - draft.Now > Waits.LongestBackoff)
        {
            // Set by a clock that was ahead: never wait longer than any back-off.
            draft.Status = draft.Status with { CurrentRun = run with { RetryAt = draft.Now + Waits.LongestBackoff } };
            draft.WakeIn(Waits.LongestBackoff);
        }
        else
        {
            draft.WakeAt(retryAt);
        }
    }

    private static bool IsOvertaken(Draft draft, Timetable timetable, CurrentRun run) =>
        timetable.Schedule is { } schedule && !draft.Seen.Object.Spec.Suspend
        && DueRules.Due(draft, schedule) is { Expired: false } due && due.Start.ScheduledFor != run.ScheduledTime;

    private static (string Reason, string Message) LastFailure(Draft draft, CurrentRun run)
    {
        var reason = run.LastFailureReason ?? Reasons.Interrupted;
        var ready = draft.Status.Conditions.Find(ConditionTypes.Ready);
        return (reason, ready?.Reason == reason ? ready.Message : "The next scheduled run was due");
    }
}
