using Daytwo.Crds;
using Daytwo.Kubernetes.Objects;
using Daytwo.Operator.EtcdBackup.Effects;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Rules;

/// <summary>One EtcdSnapshot for each copy in the store: made, corrected and, once the copy is gone, deleted.</summary>
internal static class SnapshotRules
{
    public static void Mirror(Draft draft, IReadOnlyList<StoredSnapshot> copies, string address)
    {
        var objects = draft.Seen.Snapshots.ToDictionary(s => s.Metadata.Name, StringComparer.Ordinal);
        foreach (var copy in copies)
        {
            if (!objects.Remove(SnapshotName.Of(draft.Meta, copy), out var mirror) || !Agrees(mirror, copy))
            {
                draft.Do(new Effect.UpsertSnapshot(copy, address));
            }
        }

        foreach (var orphan in objects.Values.Where(o => o.Metadata.DeletionTimestamp is null))
        {
            draft.Do(new Effect.DeleteSnapshot(orphan.Metadata.Name, new Precondition(orphan.Metadata.Uid, orphan.Metadata.ResourceVersion)));
        }
    }

    private static bool Agrees(EtcdSnapshot mirror, StoredSnapshot copy) =>
        mirror.Metadata.DeletionTimestamp is not null
        || (mirror.Status.Digests?.Stored == copy.StoredSha256
            && mirror.Status.VerifiedAt == SnapshotStatus.Seconds(copy.VerifiedAt)
            && SnapshotStatus.HealthReason(mirror) == copy.Health.ToString());
}
