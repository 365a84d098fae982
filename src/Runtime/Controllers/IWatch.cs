using Daytwo.Runtime.Informers;
using Daytwo.Runtime.Queue;

namespace Daytwo.Runtime.Controllers;

/// <summary>One informer's changes, turned into keys of a controller.</summary>
internal interface IWatch
{
    IInformer Informer { get; }

    /// <summary>Gives the keys of every change from now on.</summary>
    void Subscribe(Action<ObjectKey, QueuePriority> wanted);

    /// <summary>Gives the keys of everything known now.</summary>
    void All(Action<ObjectKey, QueuePriority> wanted);
}
