using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.Tests.EtcdBackup.Model;

/// <summary>What one operator process remembers; a crash replaces it.</summary>
internal sealed class ModelProcess
{
    public ModelAttempt? Attempt { get; set; }

    public StoreContent? Content { get; set; }

    public bool Stale { get; set; } = true;

    /// <summary>By the clock that does not jump.</summary>
    public TimeSpan ListedAt { get; set; }

    public StoreFault? Fault { get; set; }

    public TimeSpan FaultedAt { get; set; }

    public StoreView View(TimeSpan clock) =>
        new(null, Content, Stale, clock - ListedAt, Fault is { } f ? f with { Since = clock - FaultedAt } : null);
}
