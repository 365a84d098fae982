using System.Buffers;
using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Inspection;

/// <summary>Looks into a snapshot, or a member's database copied while etcd was down, without loading it.</summary>
public static class SnapshotFile
{
    private const int ReadBytes = 1 << 20;

    /// <summary>Walks the whole database, checks its structure and tells what <c>etcdutl snapshot status</c> tells.</summary>
    /// <remarks>
    /// Like etcdutl, it does not look at the digest at the end: <see cref="CheckDigest"/> does. Memory: the largest
    /// pages on one path, two bits a page, and about 16 bytes for each key that exists.
    /// </remarks>
    /// <exception cref="SnapshotDamagedException">The bytes are no sound etcd database; tells where.</exception>
    public static SnapshotInspection Inspect(IPageSource source, CancellationToken ct)
    {
        var visitor = new StatusVisitor();
        var meta = BoltWalker.Walk(source, visitor, ct);
        return visitor.Result(meta, CarriesDigest(source.Length));
    }

    /// <inheritdoc cref="Inspect(IPageSource, CancellationToken)"/>
    public static SnapshotInspection Inspect(string path, CancellationToken ct)
    {
        using var file = new FilePageSource(path);
        return Inspect(file, ct);
    }

    /// <summary>Reads everything once and checks the digest that etcd appended.</summary>
    /// <exception cref="SnapshotDamagedException">There is no digest, or another one than the bytes give.</exception>
    public static SnapshotDigests CheckDigest(IPageSource source, CancellationToken ct)
    {
        using var digest = new SnapshotDigest();
        var buffer = ArrayPool<byte>.Shared.Rent(ReadBytes);
        try
        {
            for (var offset = 0L; offset < source.Length; offset += ReadBytes)
            {
                ct.ThrowIfCancellationRequested();
                var piece = buffer.AsSpan(0, (int)Math.Min(ReadBytes, source.Length - offset));
                source.Read(offset, piece);
                digest.Append(piece);
            }

            return digest.Verify();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Computes what the member's HashKV call answered, or would have, at a revision; 0 for the last one. Reads the
    /// database twice. Comparable with a live hash when revision and compact revision are equal.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The revision was compacted away, or is not reached yet.</exception>
    /// <exception cref="SnapshotDamagedException">The bytes are no sound etcd database; tells where.</exception>
    public static KeyValueHash HashKv(IPageSource source, long revision, CancellationToken ct)
    {
        var kept = new KeptRecords(revision > 0 ? revision : long.MaxValue);
        BoltWalker.Walk(source, kept, ct);
        var last = Math.Max(1, Math.Max(kept.LastRevision, kept.CompactRevision));
        if (revision > 0 && (revision < kept.CompactRevision || revision > last))
        {
            throw new ArgumentOutOfRangeException(
                nameof(revision), revision, $"the snapshot holds revisions from {Math.Max(1, kept.CompactRevision)} to {last}");
        }

        var hashed = revision > 0 ? revision : last;
        var hash = new RecordHash(kept, hashed);
        BoltWalker.Walk(source, hash, ct);
        return new KeyValueHash(hash.Value, hashed, kept.CompactRevision);
    }

    private static bool CarriesDigest(long length) => length % 512 == SnapshotDigest.Length;
}
