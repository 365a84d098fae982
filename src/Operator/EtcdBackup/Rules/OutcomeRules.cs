using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>What follows from how an attempt ended: the run has succeeded, is tried again later, or has failed.</summary>
internal static class OutcomeRules
{
    /// <summary>A one-off gives up after so many attempts, about a quarter of an hour; a scheduled run when the next one is due.</summary>
    private const int OneOffAttempts = 8;

    public static void Succeeded(Draft draft, CurrentRun run, RunOutcome.Succeeded good)
    {
        var copy = good.Snapshot;
        draft.Status = draft.Status with
        {
            CurrentRun = null,
            ConsecutiveFailures = 0,
            LastRun = Ended(draft, run, RunResult.Succeeded, good.Concern is null ? Reasons.BackupSucceeded : Reasons.EtcdNoSpace,
                $"The backup was stored{(copy.VerifiedAt is null ? "" : " and verified")}{(good.Concern is null ? "" : $"; but {good.Concern}")}"),
            LastSuccess = new LastSuccess
            {
                Id = run.Id,
                Snapshot = copy.Id,
                ScheduledTime = run.ScheduledTime,
                StartedAt = SnapshotStatus.Seconds(copy.CreatedAt),
                CompletedAt = SnapshotStatus.Seconds(copy.CompletedAt),
                VerifiedAt = SnapshotStatus.Seconds(copy.VerifiedAt),
                Duration = good.Duration,
                Revision = copy.Revision,
                TotalKeys = copy.TotalKeys,
                DatabaseBytes = copy.DatabaseBytes,
                StoredBytes = copy.StoredBytes,
                Member = copy.Member,
            },
        };
        draft.Tell(Actions.Backup, Reasons.BackupSucceeded, $"Stored {run.Id}: revision {copy.Revision}, {copy.DatabaseBytes} bytes as {copy.StoredBytes}, in {good.Duration.TotalSeconds:0.0} s");
        if (good.Concern is { } concern)
        {
            draft.Warn(Actions.Backup, Reasons.EtcdNoSpace, concern);
        }
    }

    public static void Failed(Draft draft, Timetable timetable, CurrentRun run, RunOutcome.Failed bad)
    {
        var wait = Waits.Backoff(run.Attempt ?? 1);
        var retryAt = draft.Now + wait;
        if (IsLast(draft, timetable, run, bad, retryAt))
        {
            GiveUp(draft, run, bad.Reason, bad.Message);
            return;
        }

        draft.Status = draft.Status with { CurrentRun = run with { RetryAt = retryAt, LastFailureReason = bad.Reason, Progress = null } };
        draft.SetCondition(ConditionTypes.Ready, false, bad.Reason, bad.Message);
        draft.Warn(Actions.Backup, Reasons.BackupAttemptFailed, $"Attempt {run.Attempt} of {run.Id} failed, next at {retryAt:u}: {bad.Reason}: {bad.Message}");
        draft.WakeAt(retryAt);
    }

    public static void GiveUp(Draft draft, CurrentRun run, string reason, string message)
    {
        draft.Status = draft.Status with
        {
            CurrentRun = null,
            ConsecutiveFailures = (draft.Status.ConsecutiveFailures ?? 0) + 1,
            LastRun = Ended(draft, run, RunResult.Failed, reason, message),
        };
        draft.Warn(Actions.Backup, Reasons.BackupFailed, $"{run.Id} failed after {run.Attempt} attempts: {reason}: {message}");
    }

    private static bool IsLast(Draft draft, Timetable timetable, CurrentRun run, RunOutcome.Failed bad, DateTimeOffset retryAt) =>
        draft.Seen.Object.Spec.Schedule is null
            ? bad.Final || run.Attempt >= OneOffAttempts
            : bad.Final || (timetable.Schedule?.NextStartAfter(draft.Now) is { } next && retryAt >= next.StartsAt && !draft.Seen.Object.Spec.Suspend);

    private static LastRun Ended(Draft draft, CurrentRun run, RunResult result, string reason, string message) => new()
    {
        Id = run.Id,
        ScheduledTime = run.ScheduledTime,
        StartedAt = run.StartedAt,
        CompletedAt = draft.Now,
        Attempts = run.Attempt,
        Result = result,
        Reason = reason,
        Message = message,
    };
}
