namespace Daytwo.Etcd.Inspection;

/// <summary>What a walk through a whole database found; all pages were in order.</summary>
/// <param name="Status">As etcdutl prints it.</param>
/// <param name="Records">Key-value records, old revisions and deletions included.</param>
/// <param name="CompactRevision">History before this revision is gone; 0 when it never was compacted.</param>
/// <param name="ConsistentIndex">The raft entry up to which the database is applied.</param>
/// <param name="Term">The raft term of that entry; 0 when it is not stored.</param>
/// <param name="CarriesDigest">True when the file ends with etcd's digest, as snapshots do and a member's own file does not.</param>
public sealed record SnapshotInspection(
    SnapshotStatus Status, long Records, long CompactRevision, ulong ConsistentIndex, ulong Term, bool CarriesDigest);
