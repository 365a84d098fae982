using Daytwo.Etcd.Bolt;

namespace Daytwo.Etcd.Inspection;

/// <summary>
/// First pass of a hash: finds which of the records up to the compaction etcd would keep when compacting at the hashed
/// revision, namely those that are the latest of their key and no deletion.
/// </summary>
internal sealed class KeptRecords(long revision) : IBucketVisitor
{
    private readonly Dictionary<ulong, RecordKey> _latest = [];
    private EtcdBucket _bucket;
    private HashSet<RecordKey>? _kept;

    /// <summary>True when nothing exists at the revision; etcd then leaves nothing out.</summary>
    public bool NothingExists => _latest.Count == 0;

    /// <summary>The main revision of the last record.</summary>
    public long LastRevision { get; private set; }

    /// <summary>What etcd calls it when it never compacted: -1.</summary>
    public long CompactRevision { get; private set; } = -1;

    public void Bucket(ReadOnlySpan<byte> name) => _bucket = EtcdBuckets.Named(name);

    public void Entry(ReadOnlySpan<byte> page, LeafElement entry, long offset)
    {
        if (_bucket == EtcdBucket.Meta && CompactionMark.TryParse(entry.Key(page), entry.Value(page), out var compacted))
        {
            CompactRevision = Math.Max(CompactRevision, compacted);
        }
        else if (_bucket == EtcdBucket.Key)
        {
            Record(entry, page, offset);
        }
    }

    public bool Contains(RecordKey record)
    {
        _kept ??= [.. _latest.Values];
        return _kept.Contains(record);
    }

    private void Record(LeafElement entry, ReadOnlySpan<byte> page, long offset)
    {
        var record = RecordEntry.Parse(entry.Key(page), entry.Value(page), offset, out var fingerprint);
        LastRevision = record.Main;
        if (record.Main > revision)
        {
            return;
        }

        if (record.IsTombstone)
        {
            _latest.Remove(fingerprint);
        }
        else
        {
            _latest[fingerprint] = record;
        }
    }
}
