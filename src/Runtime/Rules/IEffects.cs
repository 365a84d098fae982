using Daytwo.Kubernetes.Objects;
using Daytwo.Runtime.Controllers;

namespace Daytwo.Runtime.Rules;

/// <summary>The impure part of a reconciler: seeing, writing the status, acting.</summary>
public interface IEffects<TSeen, TStatus, TEffect>
    where TSeen : class
    where TEffect : class
{
    /// <summary>Sees everything the rules need; null when the object is gone. Cached reads are hints: what an effect creates or destroys is read live.</summary>
    ValueTask<TSeen?> Observe(ReconcileContext context, CancellationToken ct);

    /// <summary>The object that events are about.</summary>
    ObjectReference Regarding(TSeen seen);

    /// <summary>Whether that status is on the object already, so that nothing is written.</summary>
    bool IsCurrent(TSeen seen, TStatus status);

    /// <summary>Writes the status to that very object (its UID goes along) and notes it in the context.</summary>
    ValueTask<StepOutcome> WriteStatus(ReconcileContext context, TSeen seen, TStatus status, CancellationToken ct);

    /// <summary>Does one thing, or starts it when it takes long. Doing it twice must be harmless: after a crash it is asked for again.</summary>
    ValueTask<StepOutcome> Act(ReconcileContext context, TSeen seen, TEffect effect, CancellationToken ct);
}
