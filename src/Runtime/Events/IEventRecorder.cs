using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Rules;

namespace Daytwo.Runtime.Events;

/// <summary>Tells people what happened to an object, as Events of the API.</summary>
public interface IEventRecorder
{
    /// <summary>Never blocks and never fails: an Event that cannot be written is dropped and counted.</summary>
    void Record(ObjectReference regarding, Notice notice);
}
