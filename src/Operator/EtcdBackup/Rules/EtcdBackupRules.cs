using Daytwo.Runtime.Rules;
using Daytwo.Crds.Backups.Status;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>
/// Decides about an EtcdBackup. Pure: the same observation and time give the same decision, and a decision that was carried out
/// leads to one that asks for nothing more.
/// </summary>
/// <remarks>
/// Guarantees: a run is written to the status before it starts; no attempt starts while another of the object runs; the newest
/// verified copy is never deleted while the object exists; every state that needs someone has a reason.
/// </remarks>
internal sealed class EtcdBackupRules : IRules<Seen, EtcdBackupStatus, Effect>
{
    public static Decision<EtcdBackupStatus, Effect> Decide(Seen seen, DateTimeOffset wall)
    {
        var draft = new Draft(seen, wall);
        if (draft.Meta.DeletionTimestamp is not null)
        {
            DeletionRules.Apply(draft);
            return draft.Finish();
        }

        var timetable = Timetable.Of(draft.Meta, seen.Object.Spec, draft.Now);
        FinalizerRules.Apply(draft);
        if (draft.IsFree)
        {
            RunRules.Apply(draft, timetable);
            StoreRules.Apply(draft);
        }

        ConditionRules.Apply(draft, timetable);
        return draft.Finish();
    }
}
