using Daytwo.Crds;
using Daytwo.Crds.Snapshots;
using Daytwo.Crds.Stores;
using Daytwo.Crds.Writes;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Objects;
using Daytwo.Kubernetes.Requests;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Operator.EtcdBackup.Rules;
using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Rules;

namespace Daytwo.Operator.EtcdBackup.Effects;

/// <summary>Writes and deletes EtcdSnapshots.</summary>
internal sealed class SnapshotWriter(KubernetesClient client, TimeProvider time)
{
    /// <summary>The label that names the EtcdBackup, for <c>kubectl get es -l daytwo.dev/backup=NAME</c>.</summary>
    private const string BackupLabel = Kinds.Group + "/backup";

    private const int LabelLength = 63;
    private static readonly ApplyRequest StatusApply = new(EtcdBackupEffects.FieldManager, Force: true, Subresource: "status");

    public async ValueTask<StepOutcome> Upsert(ReconcileContext context, EtcdBackupObject owner, Effect.UpsertSnapshot upsert, CancellationToken ct)
    {
        var name = SnapshotName.Of(owner.Metadata, upsert.Copy);
        var found = await client.Get(Kinds.EtcdSnapshots, null, name, ct);
        if (found.Error is { Kind: ApiErrorKind.NotFound })
        {
            var create = Describe(owner, name, upsert.Copy);
            found = context.Wrote(Kinds.EtcdSnapshots, await client.Create(Kinds.EtcdSnapshots, null, create, CrdsJson.Default.EtcdSnapshotWrite, ct));
        }

        if (!found.Succeeded(out var snapshot))
        {
            return StepOutcome.Of(found.Error);
        }

        if (snapshot.Metadata.OwnerReferences?.Any(o => o.Uid == owner.Metadata.Uid) != true)
        {
            return StepOutcome.Failed($"the EtcdSnapshot {name} belongs to something else; delete it and it is made anew");
        }

        var write = EtcdSnapshotWrite.StatusOf(snapshot.Metadata, SnapshotStatus.Of(upsert.Copy, upsert.Location, snapshot, time.GetUtcNow()));
        var result = await client.Apply(Kinds.EtcdSnapshots, null, name, write, CrdsJson.Default.EtcdSnapshotWrite, StatusApply, ct);
        return StepOutcome.Of(context.Wrote(Kinds.EtcdSnapshots, result).Error);
    }

    public async ValueTask<StepOutcome> Delete(ReconcileContext context, Seen seen, Effect.DeleteSnapshot delete, CancellationToken ct)
    {
        var meta = seen.Snapshots.First(s => s.Metadata.Name == delete.Name).Metadata;
        var result = await client.Delete(Kinds.EtcdSnapshots.Type, null, delete.Name, delete.Precondition, ct);
        return StepOutcome.Of(context.Deleted(Kinds.EtcdSnapshots.Type, meta, result).Error);
    }

    private static EtcdSnapshotWrite Describe(EtcdBackupObject owner, string name, StoredSnapshot copy) => new()
    {
        Metadata = new ObjectMetaWrite
        {
            Name = name,
            Labels = owner.Metadata.Name.Length <= LabelLength ? new Dictionary<string, string> { [BackupLabel] = owner.Metadata.Name } : null,
            OwnerReferences =
            [
                new OwnerReference
                {
                    ApiVersion = Kinds.ApiVersion,
                    Kind = Kinds.EtcdBackups.Type.Kind,
                    Name = owner.Metadata.Name,
                    Uid = owner.Metadata.Uid,
                    Controller = true,
                },
            ],
        },
        Spec = new EtcdSnapshotSpec { BackupName = owner.Metadata.Name, Id = copy.Id, Store = Location(owner.Spec.Store) },
    };

    private static StoreLocation Location(StoreSpec store) => new()
    {
        S3 = store.S3 is { } s3 ? new S3Location { Bucket = s3.Bucket, Prefix = s3.Prefix, Region = s3.Region, Endpoint = s3.Endpoint } : null,
        Filesystem = store.Filesystem is { } files ? new FilesystemLocation { Directory = files.Directory } : null,
    };
}
