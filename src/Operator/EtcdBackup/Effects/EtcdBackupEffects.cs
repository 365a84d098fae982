using System.Text.Json;
using Daytwo.Crds;
using Daytwo.Crds.Backups.Status;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Operations;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Finalizers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.EtcdBackup.Effects;

/// <summary>Sees, writes and does for EtcdBackups what the rules want.</summary>
internal sealed class EtcdBackupEffects(
    KubernetesClient client, Observer observer, OperationRegistry operations, BackupRunner runner, StoreKeeper keeper, SnapshotWriter snapshots,
    BackupMetrics metrics) : IEffects<Seen, EtcdBackupStatus, Effect>
{
    public const string FieldManager = "daytwo-operator";

    private static readonly ApplyRequest StatusApply = new(FieldManager, Force: true, Subresource: "status");
    private readonly Finalizer finalizer = new(Kinds.Finalizer);

    public async ValueTask<Seen?> Observe(ReconcileContext context, CancellationToken ct)
    {
        var seen = await observer.Observe(context.Key, ct);
        operations.Forget(context.Key, seen?.Object.Metadata.Uid);
        if (seen is null)
        {
            metrics.Forget(context.Key.Name);
        }
        else
        {
            metrics.Show(seen);
        }

        return seen;
    }

    public ObjectReference Regarding(Seen seen) => ObjectReference.To(Kinds.EtcdBackups.Type, seen.Object.Metadata);

    public bool IsCurrent(Seen seen, EtcdBackupStatus status) => Json(seen.Object.Status).AsSpan().SequenceEqual(Json(status));

    public async ValueTask<StepOutcome> WriteStatus(ReconcileContext context, Seen seen, EtcdBackupStatus status, CancellationToken ct)
    {
        var meta = seen.Object.Metadata;
        var write = EtcdBackupWrite.StatusOf(meta, status);
        write = write with { Metadata = write.Metadata! with { ResourceVersion = meta.ResourceVersion } };
        var result = context.Wrote(
            Kinds.EtcdBackups, await client.Apply(Kinds.EtcdBackups, null, meta.Name, write, CrdsJson.Default.EtcdBackupWrite, StatusApply, ct));
        if (result.Error is null)
        {
            metrics.Count(meta.Name, seen.Object.Status, status);
        }

        return StepOutcome.Of(result.Error);
    }

    public async ValueTask<StepOutcome> Act(ReconcileContext context, Seen seen, Effect effect, CancellationToken ct) => effect switch
    {
        Effect.StartRun start => Start(context, seen, start),
        Effect.CancelRun cancel => Cancel(seen, cancel),
        Effect.RefreshInventory => Work(context, seen, StoreWork.Listing, stop => keeper.List(seen.Object.Spec, NeedsSweep(seen.Store), stop)),
        Effect.DeleteStored delete => Work(context, seen, StoreWork.Deleting, stop => keeper.Delete(seen.Object.Spec, delete.Copies, stop)),
        Effect.UpsertSnapshot upsert => await snapshots.Upsert(context, seen.Object, upsert, ct),
        Effect.DeleteSnapshot delete => await snapshots.Delete(context, seen, delete, ct),
        Effect.AddFinalizer => Outcome(context.Wrote(Kinds.EtcdBackups, await finalizer.Add(client, Kinds.EtcdBackups, seen.Object, ct))),
        Effect.RemoveFinalizer => Outcome(context.Wrote(Kinds.EtcdBackups, await finalizer.Remove(client, Kinds.EtcdBackups, seen.Object, ct))),
        _ => throw new InvalidOperationException($"Unknown effect {effect}"),
    };

    /// <summary>First of all, since a process before may have been killed, and then now and then.</summary>
    private static bool NeedsSweep(StoreView store) => store.Content is null || !store.Stale;

    private StepOutcome Start(ReconcileContext context, Seen seen, Effect.StartRun start) =>
        Started(operations.StartRun(
            context.Key, seen.Object.Metadata.Uid, start.Id, start.Attempt, (progress, stop) => runner.Run(seen.Object, start, progress, stop)));

    private StepOutcome Cancel(Seen seen, Effect.CancelRun cancel)
    {
        operations.CancelRun(seen.Object.Metadata.Uid, cancel.Id, cancel.Reason, cancel.Message);
        return StepOutcome.Ok;
    }

    private StepOutcome Work(ReconcileContext context, Seen seen, StoreWork kind, Func<CancellationToken, Task<StoreContent?>> work) =>
        Started(operations.StartStoreWork(context.Key, seen.Object.Metadata.Uid, kind, work, StoreKeeper.Describe));

    private static StepOutcome Started(bool started) => started ? StepOutcome.Ok : StepOutcome.Failed("not started: this process does not lead, or other work still runs");

    private static StepOutcome Outcome(ApiResult<EtcdBackupObject> result) => StepOutcome.Of(result.Error);

    private static byte[] Json(EtcdBackupStatus status) => JsonSerializer.SerializeToUtf8Bytes(status, CrdsJson.Default.EtcdBackupStatus);
}
