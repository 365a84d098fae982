using System.Buffers.Binary;
using Daytwo.Etcd.Bolt;
using Daytwo.Etcd.Inspection;

namespace Daytwo.Etcd.Snapshots;

/// <summary>Looks at the first bytes of what may be a leaf. Anything that does not fit is nothing, not an error.</summary>
internal static class LeafPeek
{
    private const int ElementLength = 16;
    private const int BucketHeaderLength = 16;

    /// <summary>Entry <paramref name="index"/>; null when its description is not in these bytes, or leads beyond <paramref name="extent"/>.</summary>
    public static LeafElement? At(ReadOnlySpan<byte> page, int index, long extent)
    {
        var start = PageHeader.Length + (index * ElementLength);
        if (start + ElementLength > page.Length)
        {
            return null;
        }

        var element = page.Slice(start, ElementLength);
        var key = start + (long)BinaryPrimitives.ReadUInt32LittleEndian(element[4..]);
        var keyLength = BinaryPrimitives.ReadUInt32LittleEndian(element[8..]);
        var valueLength = BinaryPrimitives.ReadUInt32LittleEndian(element[12..]);
        return key + keyLength + valueLength <= Math.Min(extent, int.MaxValue)
            ? new LeafElement((int)key, (int)keyLength, (int)valueLength, (element[0] & 1) != 0)
            : null;
    }

    /// <summary>In a small database the whole bucket <c>key</c> lies within a page of buckets: its last revision, or 0.</summary>
    public static long InlineRevision(ReadOnlySpan<byte> page, int count, long extent)
    {
        for (var i = 0; i < count; i++)
        {
            if (At(page, i, extent) is { IsBucket: true } entry && entry.Start + entry.KeyLength + entry.ValueLength <= page.Length
                && entry.Key(page).SequenceEqual("key"u8))
            {
                return LastRevision(entry.Value(page));
            }
        }

        return 0;
    }

    private static long LastRevision(ReadOnlySpan<byte> bucket)
    {
        if (bucket.Length < BucketHeaderLength + PageHeader.Length || BinaryPrimitives.ReadUInt64LittleEndian(bucket) != 0)
        {
            return 0;
        }

        var page = bucket[BucketHeaderLength..];
        var header = PageHeader.Parse(page);
        return header is { Type: PageType.Leaf, Count: > 0 } && At(page, header.Count - 1, page.Length) is { } last
            && RecordKey.TryParse(last.Key(page), out var record)
            ? record.Main
            : 0;
    }
}
