using Daytwo.Backup.Pruning;
using Daytwo.Crds;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Tells of copies that cannot be restored: with an event when a listing finds more of them, as a condition while they lie there.</summary>
internal static class DamageRules
{
    /// <summary>To be called when the status holds what a listing found.</summary>
    public static void Announce(Draft draft)
    {
        var damaged = draft.Status.Snapshots?.Damaged ?? 0;
        if (damaged > (draft.Seen.Object.Status.Snapshots?.Damaged ?? 0))
        {
            draft.Warn(Actions.List, Reasons.SnapshotsUnreadable, Message(draft, damaged));
        }
    }

    public static void Condition(Draft draft, int damaged) =>
        draft.SetCondition(ConditionTypes.Degraded, true, Reasons.SnapshotsUnreadable, Message(draft, damaged));

    private static string Message(Draft draft, int damaged) =>
        $"{damaged} {(damaged == 1 ? "copy" : "copies")} in the store cannot be restored: {First(draft)} "
        + "Check the store and delete what is damaged; the next run makes a new copy.";

    private static string First(Draft draft)
    {
        var content = draft.Seen.Store.Content;
        return content is { Unreadable: [var unreadable, ..] } ? unreadable
            : content?.Snapshots.FirstOrDefault(s => s.Health == SnapshotHealth.Damaged) is { } copy ? $"{copy.Id}: {copy.Damage ?? "it was read back and is not what was stored."}"
            : "see the EtcdSnapshots.";
    }
}
