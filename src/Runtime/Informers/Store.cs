using System.Diagnostics.CodeAnalysis;
using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>The objects of a collection as last told by the API. Reads are snapshots, from any thread; objects are never changed.</summary>
/// <remarks>It may be behind the API: take it as a hint, and read live before creating or destroying anything.</remarks>
public sealed class Store<T> where T : class, IObject
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ObjectKey, T> _objects = [];
    private readonly List<StoreIndex<T>> _indexes = [];

    internal Store()
    {
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _objects.Count;
            }
        }
    }

    public bool TryGet(ObjectKey key, [MaybeNullWhen(false)] out T value)
    {
        lock (_gate)
        {
            return _objects.TryGetValue(key, out value);
        }
    }

    /// <summary>The object, or null.</summary>
    public T? Get(ObjectKey key) => TryGet(key, out var value) ? value : null;

    /// <summary>All objects, in no order.</summary>
    public IReadOnlyList<T> List()
    {
        lock (_gate)
        {
            return [.. _objects.Values];
        }
    }

    /// <summary>Adds an index by a derived value; objects with a null value are not in it.</summary>
    public StoreIndex<T> AddIndex(Func<T, string?> value)
    {
        var index = new StoreIndex<T>(this, value);
        lock (_gate)
        {
            foreach (var (key, known) in _objects)
            {
                index.Update(key, null, known);
            }

            _indexes.Add(index);
        }

        return index;
    }

    internal IReadOnlyList<T> Find(StoreIndex<T> index, string value)
    {
        lock (_gate)
        {
            return [.. index.Keys(value).Select(k => _objects[k])];
        }
    }

    /// <summary>Puts an object in, or with null takes it out; answers what was there.</summary>
    internal T? Set(ObjectKey key, T? after)
    {
        lock (_gate)
        {
            _objects.TryGetValue(key, out var before);
            if (after is null)
            {
                _objects.Remove(key);
            }
            else
            {
                _objects[key] = after;
            }

            foreach (var index in _indexes)
            {
                index.Update(key, before, after);
            }

            return before;
        }
    }

    internal ObjectKey[] Keys()
    {
        lock (_gate)
        {
            return [.. _objects.Keys];
        }
    }
}
