using System.Buffers.Binary;
using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Checksums;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Inspection;

/// <summary>Computes a snapshot's status while the database is walked.</summary>
internal sealed class StatusVisitor : IBucketVisitor
{
    private readonly FingerprintSet _living = new();
    private Crc32C _hash = new();
    private EtcdBucket _bucket;
    private bool _hasMeta;
    private long _revision;
    private long _records;
    private string _version = "";
    private long _compactRevision;
    private ulong _consistentIndex;
    private ulong _term;

    public void Bucket(ReadOnlySpan<byte> name)
    {
        _hash.Append(name);
        _bucket = EtcdBuckets.Named(name);
        _hasMeta |= _bucket == EtcdBucket.Meta;
    }

    public void Entry(ReadOnlySpan<byte> page, LeafElement entry, long offset)
    {
        _hash.Append(entry.Both(page));
        switch (_bucket)
        {
            case EtcdBucket.Key: Record(entry.Key(page), entry.Value(page), offset); break;
            case EtcdBucket.Meta: Meta(entry.Key(page), entry.Value(page)); break;
        }
    }

    /// <summary>Call after the walk.</summary>
    public SnapshotInspection Result(BoltMeta meta, bool carriesDigest) => _hasMeta
        ? new SnapshotInspection(
            new SnapshotStatus(_hash.Value, _revision, _living.Count, (long)meta.HighWater * meta.PageSize, _version),
            _records, _compactRevision, _consistentIndex, _term, carriesDigest)
        : throw new SnapshotDamagedException("the database has no bucket \"meta\": it was not made by etcd");

    private void Record(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, long offset)
    {
        var record = RecordEntry.Parse(key, value, offset, out var fingerprint);
        _records++;
        _revision = record.Main;
        if (record.IsTombstone)
        {
            _living.Remove(fingerprint);
        }
        else
        {
            _living.Add(fingerprint);
        }
    }

    private void Meta(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        if (key.SequenceEqual("storageVersion"u8))
        {
            _version = StorageVersion.Normalize(value);
        }
        else if (key.SequenceEqual("consistent_index"u8))
        {
            _consistentIndex = Number(value);
        }
        else if (key.SequenceEqual("term"u8))
        {
            _term = Number(value);
        }
        else if (CompactionMark.TryParse(key, value, out var compacted))
        {
            _compactRevision = Math.Max(_compactRevision, compacted);
        }
    }

    private static ulong Number(ReadOnlySpan<byte> value) => value.Length == sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(value) : 0;
}
