namespace Daytwo.Runtime.Controllers;

/// <summary>How a reconcile ended and when to reconcile the same key again if nothing changes before.</summary>
/// <param name="WakeAt">Of Again: the wall time; null means at once.</param>
/// <param name="Reason">Of Retry: why, for the log.</param>
public readonly record struct ReconcileResult(ReconcileOutcome Outcome, DateTimeOffset? WakeAt, string? Reason)
{
    /// <summary>Nothing more to do until something changes.</summary>
    public static ReconcileResult Done => new(ReconcileOutcome.Done, null, null);

    /// <summary>Once more as soon as the own writes are visible.</summary>
    public static ReconcileResult Again => new(ReconcileOutcome.Again, null, null);

    /// <summary>Once more at that wall time, exactly; it follows when the clock is set. Null means <see cref="Done"/>.</summary>
    public static ReconcileResult At(DateTimeOffset? wakeAt) => wakeAt is null ? Done : new(ReconcileOutcome.Again, wakeAt, null);

    /// <summary>It did not work, as expected failures do: once more after a wait that grows with every failure in a row.</summary>
    public static ReconcileResult Retry(string reason) => new(ReconcileOutcome.Retry, null, reason);
}
