using Daytwo.Runtime.Machines;

namespace Daytwo.Runtime.Controllers;

/// <summary>How a controller works.</summary>
public sealed record ControllerOptions
{
    /// <summary>How many keys are reconciled at once.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>The wait after failures.</summary>
    public Backoff Backoff { get; init; } = Backoff.Reconcile;

    /// <summary>How long changes go before the initial list; an object of that list that waited longer is next.</summary>
    public TimeSpan Ageing { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>At a shutdown: how long running reconciles may take to end before they are cancelled.</summary>
    public TimeSpan DrainPatience { get; init; } = TimeSpan.FromSeconds(20);
}
