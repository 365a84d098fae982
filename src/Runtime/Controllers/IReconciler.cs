namespace Daytwo.Runtime.Controllers;

/// <summary>Brings one object from what is to what should be.</summary>
public interface IReconciler
{
    /// <summary>
    /// Looks at the object named by <see cref="ReconcileContext.Key"/>, which may be gone, and does what is needed next. Never
    /// called twice at once for one key. An exception counts as <see cref="ReconcileResult.Retry"/> and is logged.
    /// </summary>
    /// <param name="ct">Cancelled when leadership is lost, or a shutdown's patience ends.</param>
    ValueTask<ReconcileResult> Reconcile(ReconcileContext context, CancellationToken ct);
}
