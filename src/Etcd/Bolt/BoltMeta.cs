using System.Buffers.Binary;
using Daytwo.Etcd.Checksums;

namespace Daytwo.Etcd.Bolt;

/// <summary>A meta page: where the database starts. There are two, written in turn, so that one is always whole.</summary>
/// <param name="Root">The page of the root bucket, which holds all other buckets.</param>
/// <param name="Freelist">The page of the freelist; <see cref="NoFreelist"/> when none is stored.</param>
/// <param name="HighWater">Pages in use or free; the database spans this many.</param>
/// <param name="Transaction">Counts transactions; the higher one is the newer page.</param>
internal readonly record struct BoltMeta(int PageSize, ulong Root, ulong Freelist, ulong HighWater, ulong Transaction)
{
    /// <summary>etcd on Linux stores no freelist: every page that is not reachable is free.</summary>
    public const ulong NoFreelist = ulong.MaxValue;

    /// <summary>Bytes of a meta page that count, its page header included.</summary>
    public const int Length = PageHeader.Length + Checksummed + sizeof(ulong);

    private const uint Magic = 0xED0CDAED;
    private const uint Version = 2;
    private const int Checksummed = 56;

    /// <summary>Null when the bytes are no valid meta page.</summary>
    public static BoltMeta? Parse(ReadOnlySpan<byte> page)
    {
        var meta = page[PageHeader.Length..Length];
        if (BinaryPrimitives.ReadUInt32LittleEndian(meta) != Magic
            || BinaryPrimitives.ReadUInt32LittleEndian(meta[4..]) != Version
            || BinaryPrimitives.ReadUInt64LittleEndian(meta[Checksummed..]) != Fnv1A.Compute(meta[..Checksummed]))
        {
            return null;
        }

        var pageSize = BinaryPrimitives.ReadUInt32LittleEndian(meta[8..]);
        return pageSize is >= PageSizes.Smallest and <= PageSizes.Largest && uint.IsPow2(pageSize)
            ? new BoltMeta(
                (int)pageSize,
                BinaryPrimitives.ReadUInt64LittleEndian(meta[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(meta[32..]),
                BinaryPrimitives.ReadUInt64LittleEndian(meta[40..]),
                BinaryPrimitives.ReadUInt64LittleEndian(meta[48..]))
            : null;
    }
}
