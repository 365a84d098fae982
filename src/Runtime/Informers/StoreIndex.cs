using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>Finds the objects of a store by a value derived from them, such as the pods of a node. Made by <see cref="Store{T}.AddIndex"/>.</summary>
public sealed class StoreIndex<T> where T : class, IObject
{
    private readonly Store<T> _store;
    private readonly Func<T, string?> _value;
    private readonly Dictionary<string, HashSet<ObjectKey>> _keys = new(StringComparer.Ordinal);

    internal StoreIndex(Store<T> store, Func<T, string?> value)
    {
        _store = store;
        _value = value;
    }

    /// <summary>The objects with that value, in no order.</summary>
    public IReadOnlyList<T> Find(string value) => _store.Find(this, value);

    internal IReadOnlyCollection<ObjectKey> Keys(string value) => _keys.TryGetValue(value, out var keys) ? keys : [];

    internal void Update(ObjectKey key, T? before, T? after)
    {
        var old = before is null ? null : _value(before);
        var @new = after is null ? null : _value(after);
        if (old == @new)
        {
            return;
        }

        if (old is not null && _keys.TryGetValue(old, out var keys) && keys.Remove(key) && keys.Count == 0)
        {
            _keys.Remove(old);
        }

        if (@new is not null)
        {
            if (!_keys.TryGetValue(@new, out var set))
            {
                _keys.Add(@new, set = []);
            }

            set.Add(key);
        }
    }
}
