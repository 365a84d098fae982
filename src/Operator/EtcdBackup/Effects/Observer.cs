using Daytwo.Crds;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Operations;
using Daytwo.Runtime;
using Daytwo.Runtime.Informers;

namespace Daytwo.Operator.EtcdBackup.Effects;

/// <summary>Gathers what a decision rests on: objects from the cache, operations from this process, Secrets live.</summary>
internal sealed class Observer(Informer<EtcdBackupObject> backups, Informer<EtcdSnapshot> snapshots, OperationRegistry operations, SecretReader secrets)
{
    private readonly StoreIndex<EtcdSnapshot> byOwner = snapshots.Store.AddIndex(
        s => s.Metadata.OwnerReferences?.FirstOrDefault(o => o.Kind == Kinds.EtcdBackups.Type.Kind)?.Uid);

    /// <returns>Null when the object is gone.</returns>
    public async ValueTask<Seen?> Observe(ObjectKey key, CancellationToken ct)
    {
        if (backups.Store.Get(key) is not { } backup)
        {
            return null;
        }

        var uid = backup.Metadata.Uid;
        var (run, store) = operations.Look(uid);
        // While an attempt runs, progress brings many looks, and nothing new is started.
        var prerequisites = run is { IsRunning: true } ? Prerequisites.Met : await Check(backup, ct);
        return new Seen(backup, byOwner.Find(uid), prerequisites, run, store);
    }

    private async ValueTask<Prerequisites> Check(EtcdBackupObject backup, CancellationToken ct)
    {
        try
        {
            (await secrets.Read(backup.Spec, ct)).Dispose();
            return Prerequisites.Met;
        }
        catch (SecretProblemException e)
        {
            return e.AsPrerequisites;
        }
    }
}
