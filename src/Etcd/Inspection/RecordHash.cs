using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Checksums;

namespace Daytwo.Etcd.Inspection;

/// <summary>Second pass of a hash: over the records up to the revision, less those that a compaction drops anyway.</summary>
internal sealed class RecordHash : IBucketVisitor
{
    private readonly KeptRecords _kept;
    private readonly long _revision;
    private Crc32C _hash = new();
    private EtcdBucket _bucket;

    public RecordHash(KeptRecords kept, long revision)
    {
        _kept = kept;
        _revision = revision;
        _hash.Append("key"u8);
    }

    public uint Value => _hash.Value;

    public void Bucket(ReadOnlySpan<byte> name) => _bucket = EtcdBuckets.Named(name);

    public void Entry(ReadOnlySpan<byte> page, LeafElement entry, long offset)
    {
        if (_bucket == EtcdBucket.Key && RecordKey.TryParse(entry.Key(page), out var record) && Counts(record))
        {
            _hash.Append(entry.Both(page));
        }
    }

    private bool Counts(RecordKey record)
    {
        if (record.Main > _revision)
        {
            return false;
        }

        if (record.Main <= _kept.CompactRevision && !_kept.NothingExists && !_kept.Contains(record))
        {
            return false;
        }

        // Older etcd removed a deletion at the compacted revision, newer keeps it: left out, both hash alike.
        return record.Main != _kept.CompactRevision || !record.IsTombstone;
    }
}
