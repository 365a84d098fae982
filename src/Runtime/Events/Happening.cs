using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Rules;

namespace Daytwo.Runtime.Events;

/// <summary>One occurrence of an event.</summary>
internal sealed record Happening(ObjectReference Regarding, Notice Notice, DateTimeOffset At)
{
    /// <summary>What makes two happenings the same event, repeated: all but the note and the time, as in client-go.</summary>
    public EventKey Key { get; } = new(
        Regarding.Uid ?? "", Regarding.Kind ?? "", Regarding.Namespace ?? "", Regarding.Name ?? "", Notice.Level, Notice.Reason, Notice.Action);
}
