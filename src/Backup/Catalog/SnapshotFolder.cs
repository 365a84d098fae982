using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Catalog;

/// <summary>What a listing shows of one snapshot.</summary>
internal sealed class SnapshotFolder(SnapshotId id)
{
    private readonly List<StoredObject> data = [];

    public SnapshotId Id => id;

    public bool HasManifest { get; private set; }

    public bool HasNote { get; private set; }

    /// <summary>The data of every attempt.</summary>
    public IReadOnlyList<StoredObject> Data => data;

    public void Add(SnapshotPart part, StoredObject stored)
    {
        HasManifest |= part == SnapshotPart.Manifest;
        HasNote |= part == SnapshotPart.Verification;
        if (part == SnapshotPart.Data)
        {
            data.Add(stored);
        }
    }
}
