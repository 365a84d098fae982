using System.Text.Json;
using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Catalog;

/// <summary>Rebuilds the <see cref="Inventory"/> from a store.</summary>
public static class InventoryReader
{
    private const int MaxDocumentSize = 1 << 20;
    private const int Parallel = 8;

    /// <param name="key">Checks signatures; null leaves them unchecked.</param>
    /// <exception cref="StoreException">The store cannot be listed or read. A single damaged document is a problem in the result instead.</exception>
    public static async Task<Inventory> Read(IObjectStore store, EncryptionKey? key, CancellationToken ct)
    {
        var folders = await Folders(store, ct);
        var entries = new InventoryEntry?[folders.Count];
        var problems = new List<InventoryProblem>();
        await System.Threading.Tasks.Parallel.ForAsync(
            0,
            folders.Count,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = ct },
            async (i, token) =>
            {
                var found = new List<InventoryProblem>();
                var entry = await ReadEntry(store, folders[i].Id, folders[i].HasNote, key, found, token);
                entries[i] = entry is null ? null : await CheckData(store, entry, folders[i].Data, token);
                lock (problems)
                {
                    problems.AddRange(found);
                }
            });
        return new Inventory(
            [.. entries.OfType<InventoryEntry>().OrderByDescending(e => e.Manifest.CreatedAt).ThenByDescending(e => e.Id)],
            [.. problems.OrderBy(p => p.Key, StringComparer.Ordinal)]);
    }

    /// <summary>One snapshot of the store; null when there is no finished one of this id, or it is a problem (told in <paramref name="problems"/>).</summary>
    public static async Task<InventoryEntry?> Find(
        IObjectStore store, SnapshotId id, EncryptionKey? key, ICollection<InventoryProblem> problems, CancellationToken ct) =>
        await ReadEntry(store, id, hasNote: true, key, problems, ct) is { } entry ? await CheckData(store, entry, [], ct) : null;

    private static async Task<List<SnapshotFolder>> Folders(IObjectStore store, CancellationToken ct)
    {
        var folders = new Dictionary<SnapshotId, SnapshotFolder>();
        await foreach (var stored in store.List(SnapshotLayout.Root, ct))
        {
            if (SnapshotLayout.TryParse(stored.Key, out var id, out var file))
            {
                if (!folders.TryGetValue(id, out var folder))
                {
                    folders.Add(id, folder = new SnapshotFolder(id));
                }

                folder.Add(file, stored);
            }
        }

        return [.. folders.Values.Where(f => f.HasManifest)];
    }

    /// <summary>Looks at the data's presence and length; a listing that runs beside a backup may have missed it, so a fault is looked at twice.</summary>
    private static async Task<InventoryEntry> CheckData(IObjectStore store, InventoryEntry entry, IReadOnlyList<StoredObject> data, CancellationToken ct)
    {
        var stored = entry.Manifest.Stored;
        var key = SnapshotLayout.Data(entry.Id, stored.Name);
        return data.Any(d => d.Key == key && d.Size == stored.Size) ? entry : await store.Find(key, ct) switch
        {
            null => entry with { DataFault = $"Its data, {key}, is gone." },
            { } found when found.Size != stored.Size => entry with { DataFault = $"Its data, {key}, has {found.Size} bytes instead of {stored.Size}." },
            _ => entry,
        };
    }

    private static async Task<InventoryEntry?> ReadEntry(
        IObjectStore store, SnapshotId id, bool hasNote, EncryptionKey? key, ICollection<InventoryProblem> problems, CancellationToken ct)
    {
        var manifestKey = SnapshotLayout.Manifest(id);
        if (await ReadDocument(store, manifestKey, problems, ct) is not { } document
            || ManifestDocument.Read(id, document, key) is not { } reading)
        {
            return null;
        }

        if (reading.Problem is { } problem)
        {
            problems.Add(new InventoryProblem(manifestKey.Value, problem));
            return null;
        }

        var manifest = reading.Manifest!;
        var latest = hasNote ? await ReadNote(store, id, manifest, key, problems, ct) : null;
        return new InventoryEntry(id, manifest, reading.Signature, latest ?? manifest.Verification);
    }

    private static async Task<VerificationRecord?> ReadNote(
        IObjectStore store, SnapshotId id, SnapshotManifest manifest, EncryptionKey? key, ICollection<InventoryProblem> problems, CancellationToken ct)
    {
        var noteKey = SnapshotLayout.Verification(id);
        if (await ReadDocument(store, noteKey, problems, ct) is not { } document)
        {
            return null;
        }

        try
        {
            var note = SignedDocument.Read("verification", document, DocumentJson.Default.VerificationNote, key);
            if (note.Value.Id == id.Value && note.Value.StoredSha256 == manifest.Stored.Sha256 && note.Signature is not (SignatureState.Invalid or SignatureState.Missing))
            {
                return note.Value.Verification;
            }

            problems.Add(new InventoryProblem(noteKey.Value, "This verification note was not made for this snapshot, or not with this key. It is ignored; verify again to replace it."));
        }
        catch (JsonException e)
        {
            problems.Add(new InventoryProblem(noteKey.Value, $"This verification note is damaged ({e.Message}). It is ignored; verify again to replace it."));
        }

        return null;
    }

    /// <summary>A small object; null when it vanished meanwhile (pruned by another) or is no document at all.</summary>
    private static async Task<byte[]?> ReadDocument(IObjectStore store, ObjectKey key, ICollection<InventoryProblem> problems, CancellationToken ct)
    {
        try
        {
            await using var stream = await store.OpenRead(key, new ByteRange(0, MaxDocumentSize + 1), ct);
            var buffer = new MemoryStream();
            await stream.CopyToAsync(buffer, ct);
            if (buffer.Length is > 0 and <= MaxDocumentSize)
            {
                return buffer.ToArray();
            }

            problems.Add(new InventoryProblem(key.Value, $"This object has {(buffer.Length == 0 ? "no content" : "more than 1 MiB")} and is no document of ours."));
        }
        catch (StoreException e) when (e.Failure == StoreFailure.NotFound)
        {
            return null;
        }

        return null;
    }
}
