using Daytwo.Backup;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Pruning;
using Daytwo.Crds.Backups;
using Daytwo.Kubernetes.Results;
using Daytwo.Operator.EtcdBackup.Observation;
using Daytwo.Runtime.Election;
using Daytwo.Storage;
using Microsoft.Extensions.Logging;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>Lists a store and deletes from it.</summary>
internal sealed class StoreKeeper(SecretReader secrets, TimeProvider time, LeaderFence fence, ILogger logger)
{
    /// <param name="sweep">Whether to remove what killed runs left; in vain where the credentials do not allow it, which stops no backup.</param>
    public async Task<StoreContent?> List(EtcdBackupSpec spec, bool sweep, CancellationToken ct)
    {
        using var material = await secrets.Read(spec, ct);
        await using var store = BackupStores.Open(spec.Store, material, time);
        var begun = time.GetUtcNow();
        var inventory = await InventoryReader.Read(store, material.Key, ct);
        if (sweep && fence.IsOpen)
        {
            await Sweep(store, ct);
        }

        return new StoreContent(
            store.Address,
            [.. inventory.Snapshots.Select(StoredSnapshots.Of)],
            [.. inventory.Problems.Select(p => $"{p.Key}: {p.Message}")],
            begun);
    }

    /// <summary>Deletes copies, each only while it is the copy decided on and we still lead.</summary>
    public async Task<StoreContent?> Delete(EtcdBackupSpec spec, IReadOnlyList<StoredSnapshot> copies, CancellationToken ct)
    {
        using var material = await secrets.Read(spec, ct);
        await using var store = BackupStores.Open(spec.Store, material, time);
        foreach (var copy in copies)
        {
            var id = SnapshotId.Parse(copy.Id);
            var found = await InventoryReader.Find(store, id, material.Key, [], ct);
            if (found is null || found.Manifest.Stored.Sha256 != copy.StoredSha256)
            {
                continue;
            }

            if (!fence.IsOpen)
            {
                throw new NotLeaderException();
            }

            await new SnapshotPruner(store).Delete(found, ct);
        }

        return null;
    }

    private async Task Sweep(IObjectStore store, CancellationToken ct)
    {
        try
        {
            var report = await Leftovers.Sweep(store, Leftovers.SafeAge, ct);
            if (report.Objects.Count + report.Writes.Count > 0)
            {
                logger.Swept(store.Address, report.Objects.Count, report.Writes.Count);
            }
        }
        catch (StoreException e)
        {
            logger.SweepFailed(store.Address, e.Message);
        }
    }

    /// <summary>What a failure of either means to people.</summary>
    public static (string Reason, string Message) Describe(Exception failure) => failure switch
    {
        SecretProblemException e => (e.AsPrerequisites.Reason!, e.Message),
        StoreException e => (FailureReasons.Of(e.Failure), e.Message),
        OperationCanceledException => ("StoreTimeout", "The store did not answer in time."),
        ApiErrorException or IOException => ("ApiUnreachable", failure.Message),
        _ => ("InternalError", failure.Message),
    };
}
