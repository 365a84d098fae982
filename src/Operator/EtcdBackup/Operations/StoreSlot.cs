using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>What is known of an owner's store, and the work with it under way.</summary>
internal sealed class StoreSlot
{
    public StoreWork? Running { get; set; }

    public StoreContent? Content { get; set; }

    /// <summary>Whether the store changed after <see cref="Content"/> was asked for.</summary>
    public bool Stale { get; set; } = true;

    /// <summary>A timestamp of the time provider.</summary>
    public long ListedAt { get; set; }

    public StoreFault? Fault { get; set; }

    public long FaultedAt { get; set; }

    public CancellationTokenSource? Cancellation { get; set; }

    public Task Work { get; set; } = Task.CompletedTask;

    public StoreView View(TimeProvider time) => new(
        Running, Content, Stale, time.GetElapsedTime(ListedAt), Fault is { } fault ? fault with { Since = time.GetElapsedTime(FaultedAt) } : null);
}
