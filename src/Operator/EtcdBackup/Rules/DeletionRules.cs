using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Operator.EtcdBackup.Effects;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// The end of an object: its run is stopped; with the policy Delete its copies are deleted, those that the store has locked excepted;
/// then it may go.
/// </summary>
internal static class DeletionRules
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public static void Apply(Draft draft)
    {
        if (!FinalizerRules.Holds(draft))
        {
            return;
        }

        draft.SetCondition(ConditionTypes.Reconciling, true, Reasons.Deleting, "Deleting the stored copies");
        if (draft.Seen.Run is { IsRunning: true } attempt)
        {
            if (!attempt.Cancelling)
            {
                draft.Do(new Effect.CancelRun(attempt.Id, Reasons.ObjectDeleted, "The EtcdBackup is being deleted."));
            }

            StuckRules.Apply(draft);
        }
        else if (draft.Seen.Object.Spec.DeletionPolicy == BackupDeletionPolicy.Retain)
        {
            draft.Do(new Effect.RemoveFinalizer());
        }
        else if (StoreRules.CanWork(draft, remedy: " To let the object go without deleting its copies, set spec.deletionPolicy to Retain."))
        {
            Clean(draft);
        }
    }

    private static void Clean(Draft draft)
    {
        if (draft.Seen.Store is not { Content: { } content, Stale: false, Age: var age } || age > Fresh)
        {
            draft.Do(new Effect.RefreshInventory());
            return;
        }

        var own = content.Snapshots.Where(s => s.OwnerName == draft.Meta.Name).ToArray();
        var deletable = own.Where(s => s.LockedUntil is not { } until || until <= draft.Now).ToArray();
        if (deletable.Length > 0)
        {
            draft.Do(new Effect.DeleteStored(deletable));
            return;
        }

        if (own.Length > 0)
        {
            draft.Warn(Actions.Delete, Reasons.CopiesLeft, $"{own.Length} copies in {content.Address} are locked, until {own.Max(s => s.LockedUntil):u} at the longest, and stay there");
        }

        draft.Do(new Effect.RemoveFinalizer());
    }
}
