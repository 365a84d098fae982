using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Sums a decision up in conditions, after kstatus: Reconciling and Stalled are there only while they hold.</summary>
internal static class ConditionRules
{
    public static void Apply(Draft draft, Timetable timetable)
    {
        var (ready, reason, message) = Ready(draft, timetable);
        draft.SetCondition(ConditionTypes.Ready, ready, reason, message);
        draft.Toggle(ConditionTypes.Stalled, timetable.Problem is not null || HasFailed(draft), reason, message);
        var pending = draft.Seen.Object.Spec.Schedule is null && draft.Status.LastRun?.Result is null;
        draft.Toggle(ConditionTypes.Reconciling, pending, reason, message);
        Degraded(draft);
        if (draft.Seen.Object.Spec.Schedule is null)
        {
            draft.Toggle(ConditionTypes.Complete, draft.Status.LastRun?.Result == RunResult.Succeeded, reason, message);
            draft.Toggle(ConditionTypes.Failed, HasFailed(draft), reason, message);
        }

        PromiseRules.Apply(draft, timetable);
        draft.Status = draft.Status with { ObservedGeneration = draft.Meta.Generation };
    }

    private static (bool Ready, string Reason, string Message) Ready(Draft draft, Timetable timetable)
    {
        var status = draft.Status;
        return timetable.Problem is { } problem ? (false, problem, timetable.Message)
            : status.CurrentRun is { LastFailureReason: { } failing } ? (false, failing, MessageOf(draft, failing, "The run is tried again"))
            : status.CurrentRun is null && !IsOver(draft) && !draft.Seen.Prerequisites.AreMet ? (false, draft.Seen.Prerequisites.Reason!, draft.Seen.Prerequisites.Message)
            : status.LastRun is { Result: RunResult.Failed } failed ? (false, failed.Reason ?? Reasons.BackupFailed, failed.Message ?? "")
            : draft.Seen.Object.Spec.Schedule is null ? OneOff(status)
            : draft.Seen.Object.Spec.Suspend ? (true, Reasons.Suspended, "spec.suspend is true: no run starts")
            : status.LastSuccess is null ? (true, Reasons.AwaitingFirstRun, "Scheduled; no run has ended yet")
            : (true, Reasons.BackupSucceeded, "The last run succeeded");
    }

    private static (bool, string, string) OneOff(EtcdBackupStatus status) =>
        status.LastRun is { } last ? (true, Reasons.BackupSucceeded, last.Message ?? "") : (false, Reasons.BackupRunning, "The backup is being taken");

    private static bool IsOver(Draft draft) => draft.Seen.Object.Spec.Schedule is null && draft.Status.LastRun?.Result is not null;

    private static bool HasFailed(Draft draft) => draft.Seen.Object.Spec.Schedule is null && draft.Status.LastRun?.Result == RunResult.Failed;

    /// <summary>What an earlier decision wrote of the same failure is kept: only the reason is in the status itself.</summary>
    private static string MessageOf(Draft draft, string reason, string otherwise) =>
        draft.Status.Conditions.Find(ConditionTypes.Ready) is { } ready && ready.Reason == reason ? ready.Message : otherwise;

    private static void Degraded(Draft draft)
    {
        if (StuckRules.Apply(draft))
        {
            return;
        }

        var ready = draft.Status.Conditions.Find(ConditionTypes.Ready)!;
        if (ready.Status == "False" && ready.Reason != Reasons.BackupRunning)
        {
            draft.SetCondition(ConditionTypes.Degraded, true, ready.Reason, ready.Message);
        }
        else if (draft.Conditioned.Contains(ConditionTypes.Degraded))
        {
            // The rules about the store have told what is wrong.
        }
        else if (draft.Seen.Store.Fault is { } fault)
        {
            draft.SetCondition(ConditionTypes.Degraded, true, fault.Reason, fault.Message);
        }
        else if (draft.Status.Snapshots?.Damaged is > 0 and var damaged)
        {
            DamageRules.Condition(draft, damaged);
        }
        else if (draft.Status.LastRun is { Result: RunResult.Succeeded, Reason: { } concern and not Reasons.BackupSucceeded } last)
        {
            draft.SetCondition(ConditionTypes.Degraded, true, concern, last.Message ?? "");
        }
        else
        {
            draft.SetCondition(ConditionTypes.Degraded, false, Reasons.AsExpected, "Nothing is wrong");
        }
    }

    private static void Toggle(this Draft draft, string type, bool holds, string reason, string message)
    {
        if (holds)
        {
            draft.SetCondition(type, true, reason, message);
        }
        else
        {
            draft.RemoveCondition(type);
        }
    }
}
