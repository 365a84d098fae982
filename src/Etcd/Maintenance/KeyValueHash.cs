namespace Daytwo.Etcd.Maintenance;

/// <summary>
/// The hash over all key-value records up to <see cref="Revision"/>. Two members' hashes may be compared only when
/// both <see cref="Revision"/> and <see cref="CompactRevision"/> are equal.
/// </summary>
/// <param name="CompactRevision">-1 when history was never compacted.</param>
public readonly record struct KeyValueHash(uint Hash, long Revision, long CompactRevision);
