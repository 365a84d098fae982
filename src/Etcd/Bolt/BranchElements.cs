using System.Buffers.Binary;

namespace Daytwo.Etcd.Bolt;

/// <summary>The children of a branch page, each with the key that its subtree starts from.</summary>
internal readonly ref struct BranchElements(ReadOnlySpan<byte> page, ulong id, long offset)
{
    private const int ElementLength = 16;

    private readonly ReadOnlySpan<byte> _page = page;

    /// <summary>Checks that there are children and that their table fits.</summary>
    public void Check(int count)
    {
        if (count == 0 || PageHeader.Length + ((long)count * ElementLength) > _page.Length)
        {
            throw PageReader.Damaged(id, offset, $"a branch of {count} children in {_page.Length} bytes");
        }
    }

    public ulong Child(int index) => BinaryPrimitives.ReadUInt64LittleEndian(Element(index)[8..]);

    public ReadOnlySpan<byte> Key(int index)
    {
        var element = Element(index);
        var start = PageHeader.Length + (index * ElementLength);
        var key = start + (long)BinaryPrimitives.ReadUInt32LittleEndian(element);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(element[4..]);
        return length > 0 && key + length <= _page.Length
            ? _page.Slice((int)key, (int)length)
            : throw PageReader.Damaged(id, offset + start, $"the key of child {index} is empty or goes beyond its end");
    }

    private ReadOnlySpan<byte> Element(int index) => _page.Slice(PageHeader.Length + (index * ElementLength), ElementLength);
}
