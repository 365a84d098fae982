using Daytwo.Kubernetes.Objects;

namespace Daytwo.Runtime.Informers;

/// <summary>
/// Tells when an informer has seen a write: its version or a later one, or the end of an object deleted. That is what
/// read-your-writes waits for.
/// </summary>
/// <remarks>Callbacks run on the informer's thread, or at once on the caller's; they must be quick and must not throw.</remarks>
public sealed class Visibility
{
    private static readonly Comparer<string> Order = Comparer<string>.Create(ResourceVersion.Compare);

    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action, string> _versions = new(Order);
    private readonly Dictionary<string, List<Action>> _deletions = new(StringComparer.Ordinal);
    private string _seen = "";

    internal Visibility()
    {
    }

    /// <summary>The version up to which all is seen.</summary>
    public string Seen
    {
        get
        {
            lock (_gate)
            {
                return _seen;
            }
        }
    }

    /// <summary>Calls back once everything up to <paramref name="resourceVersion"/> is in the store.</summary>
    public void WhenSeen(string resourceVersion, Action visible)
    {
        lock (_gate)
        {
            if (!ResourceVersion.HasReached(_seen, resourceVersion))
            {
                _versions.Enqueue(visible, resourceVersion);
                return;
            }
        }

        visible();
    }

    /// <summary>Calls back once the object with that UID is gone from the store, or being deleted.</summary>
    /// <param name="pending">Whether that is still to come; asked inside the lock that orders it with deletions.</param>
    internal void WhenDeleted(string uid, Func<bool> pending, Action seen)
    {
        lock (_gate)
        {
            if (pending())
            {
                if (!_deletions.TryGetValue(uid, out var waiting))
                {
                    _deletions.Add(uid, waiting = []);
                }

                waiting.Add(seen);
                return;
            }
        }

        seen();
    }

    internal void Advance(string resourceVersion)
    {
        while (true)
        {
            Action visible;
            lock (_gate)
            {
                _seen = resourceVersion;
                if (!_versions.TryPeek(out _, out var next) || !ResourceVersion.HasReached(_seen, next))
                {
                    return;
                }

                visible = _versions.Dequeue();
            }

            visible();
        }
    }

    /// <summary>A new start from <paramref name="resourceVersion"/>. When that is older than what was seen, the cluster was restored to
    /// the past: nobody's write will ever come back, so all who wait go on.</summary>
    internal void Restart(string resourceVersion)
    {
        var released = new List<Action>();
        lock (_gate)
        {
            if (!ResourceVersion.HasReached(resourceVersion, _seen))
            {
                while (_versions.TryDequeue(out var action, out _))
                {
                    released.Add(action);
                }
            }
        }

        released.ForEach(r => r());
        Advance(resourceVersion);
    }

    internal void Deleted(string uid)
    {
        List<Action>? waiting;
        lock (_gate)
        {
            _deletions.Remove(uid, out waiting);
        }

        waiting?.ForEach(w => w());
    }
}
