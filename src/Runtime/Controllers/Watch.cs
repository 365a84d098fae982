using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Queue;

namespace Daytwo.Runtime.Controllers;

/// <param name="keys">Which keys an object concerns. A change concerns those of the object before it, too.</param>
internal sealed class Watch<T>(Informer<T> informer, Func<T, IEnumerable<ObjectKey>> keys, ChangePredicate<T>? predicate) : IWatch where T : class, IObject
{
    public IInformer Informer => informer;

    public void Subscribe(Action<ObjectKey, QueuePriority> wanted) => informer.Subscribe(change =>
    {
        if (predicate is not null && !predicate(change))
        {
            return;
        }

        var priority = change.Initial ? QueuePriority.Initial : QueuePriority.Normal;
        Give(change.Before, priority, wanted);
        Give(change.After, priority, wanted);
    });

    public void All(Action<ObjectKey, QueuePriority> wanted)
    {
        foreach (var known in informer.Store.List())
        {
            Give(known, QueuePriority.Initial, wanted);
        }
    }

    private void Give(T? value, QueuePriority priority, Action<ObjectKey, QueuePriority> wanted)
    {
        if (value is null)
        {
            return;
        }

        foreach (var key in keys(value))
        {
            wanted(key, priority);
        }
    }
}
