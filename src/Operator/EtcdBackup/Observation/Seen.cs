using Daytwo.Crds;

namespace Daytwo.Operator.EtcdBackup.Observation;

/// <summary>Everything a decision about one EtcdBackup rests on.</summary>
/// <param name="Object">The object, from the cache.</param>
/// <param name="Snapshots">The EtcdSnapshots that it owns, from the cache.</param>
/// <param name="Prerequisites">Whether the Secrets that it names can be used.</param>
/// <param name="Run">The attempt that this process started last for it; null when there is none.</param>
/// <param name="Store">What this process knows of its store.</param>
internal sealed record Seen(
    EtcdBackupObject Object, IReadOnlyList<EtcdSnapshot> Snapshots, Prerequisites Prerequisites, RunAttempt? Run, StoreView Store);
