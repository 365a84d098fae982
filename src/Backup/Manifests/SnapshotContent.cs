namespace Daytwo.Backup.Manifests;

/// <summary>What a walk through the snapshot's database found; equal to what <c>etcdutl snapshot status</c> prints.</summary>
/// <param name="Hash">CRC32-C over buckets, keys and values.</param>
/// <param name="TotalKeys">Records, as etcdutl counts them.</param>
/// <param name="TotalSize">Bytes of the database.</param>
public sealed record SnapshotContent(uint Hash, long Revision, long TotalKeys, long TotalSize);
