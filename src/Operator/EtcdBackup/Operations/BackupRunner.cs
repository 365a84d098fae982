using Daytwo.Backup;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Crds.Backups;
using Daytwo.Crds.Stores;
using Daytwo.Etcd;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Storage;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Takes one backup as a spec orders it. Secrets, connections and files of one attempt end with it.</summary>
/// <param name="spool">Where verification may put its temporary file; null for the system's folder.</param>
internal sealed class BackupRunner(SecretReader secrets, TimeProvider time, string? spool)
{
    public async Task<RunOutcome> Run(EtcdBackupObject owner, Effect.StartRun order, IProgress<AttemptProgress> progress, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        try
        {
            using var material = await secrets.Read(owner.Spec, ct);
            await using var store = BackupStores.Open(owner.Spec.Store, material, time);
            using var etcd = Connect(owner.Spec.Source, material);
            var source = new EtcdSnapshotSource(etcd);
            var request = Request(owner, order, material, store, source);
            var outcome = await new BackupPipeline(time).Run(request, new PipelineProgress(progress), ct);
            return Translate(outcome, time.GetElapsedTime(began), source.Concern);
        }
        catch (SecretProblemException e)
        {
            return new RunOutcome.Failed(e.AsPrerequisites.Reason!, e.Message);
        }
        catch (StoreException e)
        {
            return new RunOutcome.Failed(FailureReasons.Of(e.Failure), e.Message);
        }
    }

    private static RunOutcome Translate(BackupOutcome outcome, TimeSpan elapsed, string? concern) => outcome switch
    {
        BackupOutcome.Succeeded good => new RunOutcome.Succeeded(
            StoredSnapshots.Of(good.Manifest),
            RoundToMilliseconds(good.AlreadyDone ? good.Manifest.CompletedAt - good.Manifest.CreatedAt : elapsed),
            concern),
        BackupOutcome.Failed bad => new RunOutcome.Failed(FailureReasons.Of(bad), bad.Message, FailureReasons.IsFinal(bad)),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome}"),
    };

    private BackupRequest Request(
        EtcdBackupObject owner, Effect.StartRun order, BackupSecrets material, IObjectStore store, ISnapshotSource source) => new()
    {
        Id = SnapshotId.Parse(order.Id),
        Source = source,
        Store = store,
        Key = material.Key,
        Compression = owner.Spec.Compression == BackupCompression.None ? Compression.None : Compression.Gzip,
        Verification = owner.Spec.Verification switch
        {
            BackupVerification.None => VerificationLevel.None,
            BackupVerification.Stored => VerificationLevel.Stored,
            _ => VerificationLevel.Full,
        },
        Owner = new SnapshotOwner(StoredSnapshots.OwnerKind, owner.Metadata.Name, owner.Metadata.Uid),
        Trigger = order.ScheduledTime is null ? SnapshotTrigger.Manual : SnapshotTrigger.Scheduled,
        ScheduledAt = order.ScheduledTime,
        Lock = owner.Spec.Store.S3?.ObjectLock is { } wanted ? Lock(wanted) : null,
        SpoolDirectory = spool,
    };

    private RetentionLock Lock(ObjectLockSpec wanted) => new(
        wanted.Mode == ObjectLockMode.Compliance ? RetentionLockMode.Compliance : RetentionLockMode.Governance, time.GetUtcNow() + wanted.RetainFor);

    private EtcdClient Connect(SourceSpec source, BackupSecrets material) => new(new EtcdClientOptions
    {
        Endpoints = [.. (source.Endpoints?.Urls ?? []).Select(u => new Uri(u))],
        Tls = material.Tls,
        Time = time,
    });

    private static TimeSpan RoundToMilliseconds(TimeSpan span) => TimeSpan.FromMilliseconds(Math.Round(span.TotalMilliseconds));
}
