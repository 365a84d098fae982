using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Starts attempts and follows the one under way to its outcome.</summary>
internal static class AttemptRules
{
    /// <summary>A lost attempt is repeated at once so many times; then with pauses, in case it is what ends the operator.</summary>
    private const int RestartsWithoutPause = 3;

    /// <summary>Whether an attempt may start: what it needs is there, and nothing of this object still runs (which is then told to stop).</summary>
    public static bool CanStart(Draft draft)
    {
        if (draft.Seen.Run is { IsRunning: true } other)
        {
            if (!other.Cancelling)
            {
                draft.Do(new Effect.CancelRun(other.Id, Reasons.Interrupted, "The status names another run."));
            }

            return false;
        }

        if (!draft.Seen.Prerequisites.AreMet)
        {
            draft.WakeIn(Waits.Prerequisites);
            return false;
        }

        return true;
    }

    public static void Start(Draft draft, CurrentRun run, int number)
    {
        draft.Status = draft.Status with { CurrentRun = run with { Attempt = number, RetryAt = null, Progress = null } };
        draft.Do(new Effect.StartRun(run.Id!, number, run.ScheduledTime));
        if (number == 1)
        {
            draft.Tell(Actions.Backup, Reasons.BackupStarted, $"Started {run.Id}");
        }
    }

    public static void Follow(Draft draft, Timetable timetable, CurrentRun run)
    {
        var attempt = draft.Seen.Run is { } seen && seen.Id == run.Id && seen.Number == run.Attempt ? seen : null;
        switch (attempt)
        {
            case null:
                Lost(draft, run);
                break;
            case { Outcome: RunOutcome.Succeeded good }:
                OutcomeRules.Succeeded(draft, run, good);
                break;
            case { Outcome: RunOutcome.Failed bad }:
                OutcomeRules.Failed(draft, timetable, run, bad);
                break;
            default:
                Watch(draft, run, attempt);
                break;
        }
    }

    /// <summary>The process that ran the attempt is gone. The same run starts again: what was finished is found, the rest starts over.</summary>
    private static void Lost(Draft draft, CurrentRun run)
    {
        var attempt = run.Attempt ?? 0;
        if (attempt < RestartsWithoutPause && CanStart(draft))
        {
            Start(draft, run, attempt + 1);
            draft.Tell(Actions.Backup, Reasons.BackupRestarted, $"The operator stopped during attempt {attempt} of {run.Id}; attempt {attempt + 1} begins");
        }
        else if (draft.Seen.Run is not { IsRunning: true })
        {
            var wait = Waits.Backoff(Math.Max(attempt - RestartsWithoutPause + 1, 1));
            draft.Status = draft.Status with { CurrentRun = run with { RetryAt = draft.Now + wait, LastFailureReason = Reasons.Interrupted, Progress = null } };
            draft.WakeIn(wait);
        }
    }

    private static void Watch(Draft draft, CurrentRun run, RunAttempt attempt)
    {
        var left = TimeSpan.FromSeconds(draft.Seen.Object.Spec.ActiveDeadlineSeconds) - attempt.Elapsed;
        if (left > TimeSpan.Zero)
        {
            draft.WakeIn(left);
        }
        else if (!attempt.Cancelling)
        {
            draft.Do(new Effect.CancelRun(run.Id!, Reasons.DeadlineExceeded,
                $"The attempt took longer than spec.activeDeadlineSeconds, {draft.Seen.Object.Spec.ActiveDeadlineSeconds} s, and was stopped. Raise it, or find out what is slow."));
        }

        if (attempt.Progress is { } progress && IsWorthWriting(run.Progress, progress, draft.Now))
        {
            draft.Status = draft.Status with
            {
                CurrentRun = run with
                {
                    Progress = new RunProgress { Step = progress.Step, Bytes = progress.Bytes, TotalBytes = progress.TotalBytes, ObservedAt = draft.Now },
                },
            };
        }
    }

    private static bool IsWorthWriting(RunProgress? written, AttemptProgress seen, DateTimeOffset now) =>
        written is null || written.Step != seen.Step
        || (written.Bytes != seen.Bytes && (now - (written.ObservedAt ?? now)).Duration() >= Waits.Progress);
}
