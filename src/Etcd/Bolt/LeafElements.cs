using System.Buffers.Binary;

namespace Daytwo.Etcd.Bolt;

/// <summary>The entries of a leaf page, each checked to lie within the page.</summary>
/// <param name="page">The page with its overflow, or a small bucket's page held in its entry.</param>
internal readonly ref struct LeafElements(ReadOnlySpan<byte> page, ulong id, long offset)
{
    private const int ElementLength = 16;
    private const uint BucketFlag = 1;

    private readonly ReadOnlySpan<byte> _page = page;

    /// <summary>Checks that the table of elements fits.</summary>
    public void Check(int count)
    {
        if (PageHeader.Length + ((long)count * ElementLength) > _page.Length)
        {
            throw PageReader.Damaged(id, offset, $"{count} entries do not fit into its {_page.Length} bytes");
        }
    }

    /// <summary>Where entry <paramref name="index"/> lies; its value follows its key.</summary>
    public LeafElement this[int index]
    {
        get
        {
            var start = PageHeader.Length + (index * ElementLength);
            var element = _page.Slice(start, ElementLength);
            var flags = BinaryPrimitives.ReadUInt32LittleEndian(element);
            var key = start + (long)BinaryPrimitives.ReadUInt32LittleEndian(element[4..]);
            var keyLength = BinaryPrimitives.ReadUInt32LittleEndian(element[8..]);
            var valueLength = BinaryPrimitives.ReadUInt32LittleEndian(element[12..]);
            if (key + keyLength + valueLength > _page.Length)
            {
                throw PageReader.Damaged(id, offset + start, $"entry {index} goes beyond its end");
            }

            return keyLength > 0
                ? new LeafElement((int)key, (int)keyLength, (int)valueLength, (flags & BucketFlag) != 0)
                : throw PageReader.Damaged(id, offset + start, $"entry {index} has no key");
        }
    }
}
