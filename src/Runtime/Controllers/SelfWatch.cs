using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Queue;

namespace Daytwo.Runtime.Controllers;

/// <summary>The watch of the controller's own kind: an object's key is its own.</summary>
internal sealed class SelfWatch<T>(Informer<T> informer, ChangePredicate<T>? predicate) : IWatch where T : class, IObject
{
    public IInformer Informer => informer;

    public void Subscribe(Action<ObjectKey, QueuePriority> wanted) => informer.Subscribe(change =>
    {
        if (predicate is null || predicate(change))
        {
            wanted(ObjectKey.Of(change.Object), change.Initial ? QueuePriority.Initial : QueuePriority.Normal);
        }
    });

    public void All(Action<ObjectKey, QueuePriority> wanted)
    {
        foreach (var known in informer.Store.List())
        {
            wanted(ObjectKey.Of(known), QueuePriority.Initial);
        }
    }
}
