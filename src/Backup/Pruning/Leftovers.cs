using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Pruning;

/// <summary>
/// Removes what runs left that were killed: unfinished writes, and data or notes without a manifest. Age alone tells them from those of a run
/// that is under way; it is measured by the store's clock, so that a wrong clock here deletes nothing.
/// </summary>
public static class Leftovers
{
    /// <summary>Older than any run may take.</summary>
    public static readonly TimeSpan SafeAge = TimeSpan.FromDays(1);

    /// <param name="olderThan"><see cref="SafeAge"/>, unless it is certain that nothing runs.</param>
    /// <exception cref="StoreException">The store failed; what was removed until then stays removed.</exception>
    public static async Task<SweepReport> Sweep(IObjectStore store, TimeSpan olderThan, CancellationToken ct)
    {
        if (await StoreClock.Read(store, ct) is not { } now)
        {
            return new SweepReport([], []);
        }

        var limit = now - olderThan;
        var writes = new List<UnfinishedWrite>();
        await foreach (var write in store.ListUnfinished(ct))
        {
            if (write.Started <= limit && SnapshotLayout.TryParse(write.Key, out _, out _))
            {
                await store.Abort(write, ct);
                writes.Add(write);
            }
        }

        var objects = new List<StoredObject>();
        foreach (var orphan in await Orphans(store, limit, ct))
        {
            await store.Delete(orphan.Key, ct);
            objects.Add(orphan);
        }

        return new SweepReport(objects, writes);
    }

    private static async Task<List<StoredObject>> Orphans(IObjectStore store, DateTimeOffset limit, CancellationToken ct)
    {
        var orphans = new List<StoredObject>();
        var folder = new List<StoredObject>();
        SnapshotId? current = null;
        await foreach (var stored in store.List(SnapshotLayout.Root, ct))
        {
            if (!SnapshotLayout.TryParse(stored.Key, out var id, out _))
            {
                continue;
            }

            if (current != id)
            {
                orphans.AddRange(await OrphansOf(store, current, folder, limit, ct));
                folder.Clear();
                current = id;
            }

            folder.Add(stored);
        }

        orphans.AddRange(await OrphansOf(store, current, folder, limit, ct));
        return orphans;
    }

    private static async Task<IEnumerable<StoredObject>> OrphansOf(
        IObjectStore store, SnapshotId? id, List<StoredObject> folder, DateTimeOffset limit, CancellationToken ct)
    {
        if (id is not { } known || folder.TrueForAll(o => o.Modified > limit))
        {
            return [];
        }

        // Asked again right before deciding: a run may have finished since the listing began. A manifest that cannot be read keeps all.
        var manifest = SnapshotLayout.Manifest(known);
        if (await store.Find(manifest, ct) is null)
        {
            return [.. folder.Where(o => o.Modified <= limit && o.Key != manifest)];
        }

        var problems = new List<Catalog.InventoryProblem>();
        var entry = await Catalog.InventoryReader.Find(store, known, key: null, problems, ct);
        return entry is null
            ? []
            : [.. folder.Where(o => o.Modified <= limit && IsForsakenData(o.Key, known, entry.Manifest))];
    }

    /// <summary>Data of an attempt that another one overtook.</summary>
    private static bool IsForsakenData(ObjectKey key, SnapshotId id, SnapshotManifest manifest) =>
        SnapshotLayout.TryParse(key, out _, out var file) && file == SnapshotPart.Data && key != SnapshotLayout.Data(id, manifest.Stored.Name);
}
