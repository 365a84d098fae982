using Daytwo.Runtime.Controllers;
using Daytwo.Runtime.Events;

namespace Daytwo.Runtime.Rules;

/// <summary>
/// The one shape of our reconcilers. Expected flow: observe; decide, which is pure; write the status, the intent, when it
/// changed; do at most one thing; observe again.
/// </summary>
/// <remarks>
/// Guarantees: no effect without its intent written before; a crash falls only between steps, and the next observation goes on
/// from there; the next observation sees the written status. Assumes that effects are harmless when repeated.
/// Caveat: a status that never equals what was read back would be written for ever.
/// </remarks>
public sealed class ObserveDecideAct<TRules, TSeen, TStatus, TEffect>(
    IEffects<TSeen, TStatus, TEffect> effects, IEventRecorder events, TimeProvider time) : IReconciler
    where TRules : IRules<TSeen, TStatus, TEffect>
    where TSeen : class
    where TEffect : class
{
    public async ValueTask<ReconcileResult> Reconcile(ReconcileContext context, CancellationToken ct)
    {
        if (await effects.Observe(context, ct).ConfigureAwait(false) is not { } seen)
        {
            return ReconcileResult.Done;
        }

        var decision = TRules.Decide(seen, time.GetUtcNow());
        if (!effects.IsCurrent(seen, decision.Status))
        {
            var written = await effects.WriteStatus(context, seen, decision.Status, ct).ConfigureAwait(false);
            if (written.Failure is { } refused)
            {
                return ReconcileResult.Retry(refused);
            }
        }

        // Told only once the status stands: a decision that lost a conflict did not happen.
        foreach (var notice in decision.Events)
        {
            events.Record(effects.Regarding(seen), notice);
        }

        if (decision.Effect is null)
        {
            return ReconcileResult.At(decision.WakeAt);
        }

        var acted = await effects.Act(context, seen, decision.Effect, ct).ConfigureAwait(false);
        return acted.Failure is { } failed ? ReconcileResult.Retry(failed) : ReconcileResult.Again;
    }
}
