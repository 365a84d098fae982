namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>What a store holds.</summary>
/// <param name="Address">The store, for people.</param>
/// <param name="Snapshots">Complete snapshots.</param>
/// <param name="Unreadable">Things that should be snapshots and cannot be used as one, for people.</param>
/// <param name="ObservedAt">When it was listed.</param>
internal sealed record StoreContent(
    string Address, IReadOnlyList<StoredSnapshot> Snapshots, IReadOnlyList<string> Unreadable, DateTimeOffset ObservedAt);
