namespace Daytwo.Etcd.Inspection;

/// <summary>The buckets of a database whose content is read.</summary>
internal enum EtcdBucket
{
    Other,

    /// <summary>Records by revision.</summary>
    Key,

    /// <summary>What etcd notes of itself: raft position, compaction, storage version.</summary>
    Meta,
}
