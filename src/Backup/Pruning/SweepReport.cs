using Daytwo.Storage;

namespace Daytwo.Backup.Pruning;

/// <summary>What a sweep removed.</summary>
public sealed record SweepReport(IReadOnlyList<StoredObject> Objects, IReadOnlyList<UnfinishedWrite> Writes);
