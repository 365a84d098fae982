using Daytwo.Backup.Pruning;
using Daytwo.Crds;
using Daytwo.Crds.Backups;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// The promise: the newest good copy is at most so old. Without spec.rpo, twice the longest gap between scheduled times. A copy is good
/// when verified, or, with verification None, when stored; its age counts from when it was begun.
/// </summary>
internal static class PromiseRules
{
    public static void Apply(Draft draft, Timetable timetable)
    {
        if (timetable.Schedule is null)
        {
            draft.RemoveCondition(ConditionTypes.RpoMet);
            return;
        }

        var promised = draft.Seen.Object.Spec.Rpo ?? (2 * timetable.LongestGap(draft.Now));
        if (NewestGood(draft) is { } newest)
        {
            Judge(draft, newest, promised);
        }
        else if (draft.Meta.CreationTimestamp is { } created && draft.Now - created > promised)
        {
            draft.SetCondition(ConditionTypes.RpoMet, false, Reasons.NoBackup, $"There is no good backup; promised was one every {Text(promised)}");
        }
        else
        {
            draft.SetCondition(ConditionTypes.RpoMet, null, Reasons.AwaitingFirstRun, "There is no backup yet");
            draft.WakeAt((draft.Meta.CreationTimestamp ?? draft.Now) + promised + TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>When the newest good copy was begun. Copies of times to come, which only a wrong clock makes, count while there is no other.</summary>
    private static DateTimeOffset? NewestGood(Draft draft)
    {
        var unverifiedCounts = draft.Seen.Object.Spec.Verification == BackupVerification.None;
        var store = draft.Seen.Store;
        var good = (store.Content?.Snapshots ?? [])
            .Where(c => c.OwnerName == draft.Meta.Name && (c.Health == SnapshotHealth.Verified || (unverifiedCounts && c.Health == SnapshotHealth.Unknown)))
            .Select(c => SnapshotStatus.Seconds(c.CreatedAt)).ToList();
        var judged = store.Content?.Snapshots.Any(c => c.Id == draft.Status.LastSuccess?.Snapshot) ?? false;
        if (!judged && (store.Content is null || store.Stale) && draft.Status.LastSuccess is { StartedAt: { } last } success && (unverifiedCounts || success.VerifiedAt is not null))
        {
            good.Add(last);
        }

        return good.Where(t => t - draft.Now <= Waits.BelievableSkew).DefaultIfEmpty(null).Max() ?? good.DefaultIfEmpty(null).Min();
    }

    private static void Judge(Draft draft, DateTimeOffset newest, TimeSpan promised)
    {
        if (newest - draft.Now > Waits.BelievableSkew)
        {
            draft.SetCondition(ConditionTypes.RpoMet, null, Reasons.ClockSkewed, $"The newest good backup is of {newest:u}, which is yet to come; set the clocks right");
        }
        else if (draft.Now - newest > promised)
        {
            draft.SetCondition(ConditionTypes.RpoMet, false, Reasons.BackupTooOld, $"The newest good backup is of {newest:u}; promised was one every {Text(promised)}");
        }
        else
        {
            draft.SetCondition(ConditionTypes.RpoMet, true, Reasons.WithinPromise, $"The newest good backup is of {newest:u}, within the promised {Text(promised)}");
            draft.WakeAt(newest + promised + TimeSpan.FromSeconds(1));
        }
    }

    private static string Text(TimeSpan span) =>
        span.TotalHours >= 1 && span.Ticks % TimeSpan.TicksPerHour == 0 ? $"{span.TotalHours:0} h" : span.TotalMinutes >= 1 ? $"{span.TotalMinutes:0.#} min" : $"{span.TotalSeconds:0} s";
}
