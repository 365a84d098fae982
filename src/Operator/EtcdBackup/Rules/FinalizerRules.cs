using Daytwo.Crds;
using Daytwo.Crds.Backups;
using Daytwo.Operator.EtcdBackup.Effects;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>The finalizer is there exactly while deleting the object means deleting its copies: set before anything is stored.</summary>
internal static class FinalizerRules
{
    public static bool Holds(Draft draft) => draft.Meta.Finalizers?.Contains(Kinds.Finalizer) ?? false;

    public static void Apply(Draft draft)
    {
        var wanted = draft.Seen.Object.Spec.DeletionPolicy == BackupDeletionPolicy.Delete;
        if (wanted != Holds(draft))
        {
            draft.Do(wanted ? new Effect.AddFinalizer() : new Effect.RemoveFinalizer());
        }
    }
}
