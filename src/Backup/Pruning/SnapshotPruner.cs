using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Pruning;

/// <summary>Deletes snapshots from a store.</summary>
/// <remarks>The manifest goes first, so that a snapshot is never listed half; what a crash leaves behind is swept like any other leftover.</remarks>
public sealed class SnapshotPruner(IObjectStore store)
{
    /// <summary>Deletes one snapshot; what is gone already is no error.</summary>
    /// <exception cref="StoreException">The store fails or refuses, <see cref="StoreFailure.Locked"/> for a copy under Object Lock.</exception>
    public async Task Delete(InventoryEntry entry, CancellationToken ct)
    {
        await store.Delete(SnapshotLayout.Manifest(entry.Id), ct);
        await store.Delete(SnapshotLayout.Verification(entry.Id), ct);
        await store.Delete(SnapshotLayout.Data(entry.Id, entry.Manifest.Stored.Name), ct);
    }
}
