namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>What this process knows of a store.</summary>
/// <param name="Running">What it is doing with the store now, besides a run; null when nothing.</param>
/// <param name="Content">What the store held when last listed; null before the first time.</param>
/// <param name="Stale">Whether we changed the store, or were told to look again, after that.</param>
/// <param name="Age">How long ago that was, by a clock that does not jump.</param>
/// <param name="Fault">How the last work with the store failed; null when it did not.</param>
internal sealed record StoreView(StoreWork? Running, StoreContent? Content, bool Stale, TimeSpan Age, StoreFault? Fault)
{
    public static StoreView Unknown { get; } = new(null, null, true, TimeSpan.Zero, null);
}
