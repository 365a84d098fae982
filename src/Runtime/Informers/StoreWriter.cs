using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>
/// Turns what a reflector is told into changes of a store. Guarantees: a change is reported once; an object deleted and made
/// anew under its name while nobody watched is reported as a deletion and an addition; what a replacement did not tell is
/// reported as deleted. One caller at a time.
/// </summary>
internal sealed class StoreWriter<T>(Store<T> store, Action<Change<T>> report) where T : class, IObject
{
    private HashSet<ObjectKey>? _told;
    private bool _synced;

    public void BeginReplace() => _told = store.Count == 0 ? null : [];

    public void EndReplace()
    {
        if (_told is { } told)
        {
            foreach (var key in store.Keys().Where(k => !told.Contains(k)))
            {
                Remove(key);
            }
        }

        _told = null;
        _synced = true;
    }

    public void Upsert(T after)
    {
        var key = ObjectKey.Of(after);
        _told?.Add(key);
        var before = store.Set(key, after);
        if (before is not null && before.Metadata.Uid != after.Metadata.Uid)
        {
            report(new Change<T>(before, null, Initial: false));
            before = null;
        }

        if (before is null || before.Metadata.ResourceVersion != after.Metadata.ResourceVersion)
        {
            report(new Change<T>(before, after, Initial: !_synced));
        }
    }

    public void Remove(ObjectKey key)
    {
        if (store.Set(key, null) is { } before)
        {
            report(new Change<T>(before, null, Initial: false));
        }
    }
}
