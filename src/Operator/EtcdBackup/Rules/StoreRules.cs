using Daytwo.Backup.Pruning;
using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>Keeps what is known of the store current, mirrors it in EtcdSnapshots, and prunes.</summary>
internal static class StoreRules
{
    public static void Apply(Draft draft)
    {
        if (!CanWork(draft))
        {
            return;
        }

        if (draft.Seen.Store is not { Content: { } content, Stale: false, Age: var age } || age >= Waits.Inventory)
        {
            draft.Do(new Effect.RefreshInventory());
            return;
        }

        draft.WakeIn(Waits.Inventory - age);
        var visible = content.Snapshots.Where(s => s.OwnerName is null || s.OwnerName == draft.Meta.Name).ToArray();
        draft.Status = draft.Status with { Store = content.Address, Snapshots = Summary(visible, content) };
        DamageRules.Announce(draft);
        SnapshotRules.Mirror(draft, visible, content.Address);
        PruneRules.Apply(draft, visible);
    }

    /// <summary>Whether the store may be asked for something now. If not, the reason shows in the conditions and the next look is planned.</summary>
    public static bool CanWork(Draft draft, string remedy = "")
    {
        var store = draft.Seen.Store;
        if (store.Running is not null)
        {
            return false;
        }

        if (!draft.Seen.Prerequisites.AreMet)
        {
            draft.SetCondition(ConditionTypes.Degraded, true, draft.Seen.Prerequisites.Reason!, draft.Seen.Prerequisites.Message + remedy);
            draft.WakeIn(Waits.Prerequisites);
            return false;
        }

        if (store.Fault is { } fault && fault.Since < Waits.Backoff(fault.Count))
        {
            draft.SetCondition(ConditionTypes.Degraded, true, fault.Reason, fault.Message + remedy);
            draft.WakeIn(Waits.Backoff(fault.Count) - fault.Since);
            return false;
        }

        return true;
    }

    private static SnapshotSummary Summary(StoredSnapshot[] visible, StoreContent content) => new()
    {
        Count = visible.Length,
        Verified = visible.Count(s => s.Health == SnapshotHealth.Verified),
        Damaged = visible.Count(s => s.Health == SnapshotHealth.Damaged) + content.Unreadable.Count,
        StoredBytes = visible.Sum(s => s.StoredBytes),
        Oldest = visible.Length == 0 ? null : visible.Min(s => s.CreatedAt),
        Newest = visible.Length == 0 ? null : visible.Max(s => s.CreatedAt),
        ObservedAt = content.ObservedAt,
    };
}
