using System.Buffers.Binary;
using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Checksums;
using Daytwo.Etcd.Protobuf;
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
        _bucket = name.SequenceEqual("key"u8) ? EtcdBucket.Key : name.SequenceEqual("meta"u8) ? EtcdBucket.Meta : EtcdBucket.Other;
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
        if (!RecordKey.TryParse(key, out var record))
        {
            throw new SnapshotDamagedException($"the record's key {Convert.ToHexStringLower(key[..Math.Min(key.Length, 32)])} is no revision", offset);
        }

        _records++;
        _revision = record.Main;
        var fingerprint = Fingerprint(value, record, offset);
        if (record.IsTombstone)
        {
            _living.Remove(fingerprint);
        }
        else
        {
            _living.Add(fingerprint);
        }
    }

    private static ulong Fingerprint(ReadOnlySpan<byte> value, RecordKey record, long offset)
    {
        try
        {
            return KeyFingerprint.Of(RecordValue.Key(value));
        }
        catch (MalformedMessageException e)
        {
            throw new SnapshotDamagedException($"the record of revision {record.Main} cannot be read: {e.Message}", offset, e);
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
        else if (key.SequenceEqual("finishedCompactRev"u8) || key.SequenceEqual("scheduledCompactRev"u8))
        {
            _compactRevision = Math.Max(_compactRevision, RecordKey.TryParse(value, out var record) ? record.Main : 0);
        }
    }

    private static ulong Number(ReadOnlySpan<byte> value) => value.Length == sizeof(ulong) ? BinaryPrimitives.ReadUInt64BigEndian(value) : 0;
}
