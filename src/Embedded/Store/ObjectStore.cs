using System.Globalization;
using System.Text.Json.Nodes;
using Daytwo.Embedded.Objects;

namespace Daytwo.Embedded.Store;

/// <summary>
/// All objects, by collection and key, under one revision that rises with each write, as in etcd. Not thread-safe:
/// the API serializes its use.
/// </summary>
/// <param name="history">How many changes are remembered for watches and consistent lists.</param>
internal sealed class ObjectStore(int history)
{
    private readonly Dictionary<string, SortedDictionary<string, StoredObject>> collections = new(StringComparer.Ordinal);
    private readonly ChangeLog log = new(history);

    /// <summary>Told of each change, inside the write.</summary>
    public event Action<Change>? Changed;

    public long Revision { get; private set; } = 1;

    public long CompactedRevision => log.CompactedRevision;

    public StoredObject? Get(string collection, string? ns, string name) =>
        collections.TryGetValue(collection, out var objects) && objects.TryGetValue(StoredObject.KeyOf(ns, name), out var found) ? found : null;

    /// <summary>The objects of a collection in key order, at the current revision.</summary>
    public IEnumerable<StoredObject> List(string collection) => collections.TryGetValue(collection, out var objects) ? objects.Values : [];

    /// <summary>The objects of a collection as they were at a revision that is not compacted.</summary>
    public IReadOnlyList<StoredObject> ListAt(string collection, long revision)
    {
        var undone = log.After(revision, collection).Reverse().ToList();
        if (undone.Count == 0)
        {
            return [.. List(collection)];
        }

        var objects = new SortedDictionary<string, StoredObject>(StringComparer.Ordinal);
        foreach (var current in List(collection))
        {
            objects[current.Key] = current;
        }

        foreach (var change in undone)
        {
            objects.Remove(change.Object.Key);
            if (change.Previous is not null)
            {
                objects[change.Previous.Key] = change.Previous;
            }
        }

        return [.. objects.Values];
    }

    public IEnumerable<StoredObject> Everything() => collections.Values.SelectMany(c => c.Values);

    /// <summary>Adds or replaces an object; the store owns <paramref name="value"/> from now on and stamps its resourceVersion.</summary>
    public StoredObject Put(string collection, JsonObject value)
    {
        if (!collections.TryGetValue(collection, out var objects))
        {
            objects = new(StringComparer.Ordinal);
            collections.Add(collection, objects);
        }

        var stored = Stamp(collection, value);
        objects.TryGetValue(stored.Key, out var previous);
        objects[stored.Key] = stored;
        Tell(new Change(previous is null ? ChangeType.Added : ChangeType.Modified, stored, previous));
        return stored;
    }

    /// <summary>Removes an object.</summary>
    /// <param name="last">The state its watchers are told; the stored one when null.</param>
    public StoredObject Remove(StoredObject existing, JsonObject? last = null)
    {
        collections[existing.Collection].Remove(existing.Key);
        var removed = Stamp(existing.Collection, last ?? existing.Value.Clone());
        Tell(new Change(ChangeType.Deleted, removed, existing));
        return removed;
    }

    public void Compact(long revision) => log.Compact(Math.Min(revision, Revision));

    public IEnumerable<Change> ChangesAfter(long revision, string collection) => log.After(revision, collection);

    private StoredObject Stamp(string collection, JsonObject value)
    {
        Revision++;
        value.Metadata()["resourceVersion"] = Revision.ToString(CultureInfo.InvariantCulture);
        return new StoredObject(collection, Revision, value);
    }

    private void Tell(Change change)
    {
        log.Add(change);
        Changed?.Invoke(change);
    }
}
