using System.Buffers.Binary;

namespace Daytwo.Etcd.Bolt;

/// <summary>Reads the stored freelist, if there is one, into the page use.</summary>
internal static class FreelistPage
{
    /// <summary>A header has sixteen bits for the count; a longer list has this count, and its length as the first element.</summary>
    private const int LongList = 0xFFFF;

    public static void Read(PageReader pages, PageUse use)
    {
        var id = pages.Meta.Freelist;
        if (id == BoltMeta.NoFreelist)
        {
            return;
        }

        byte[] buffer = [];
        var header = pages.Read(id, ref buffer, out var length);
        var offset = (long)id * pages.Meta.PageSize;
        if (header.Type != PageType.Freelist)
        {
            throw PageReader.Damaged(id, offset, $"should be the freelist, but has the type {(int)header.Type:x}");
        }

        var ids = Elements(buffer.AsSpan(PageHeader.Length, length - PageHeader.Length), header, id, offset);
        for (; !ids.IsEmpty; ids = ids[sizeof(ulong)..])
        {
            use.Free(BinaryPrimitives.ReadUInt64LittleEndian(ids));
        }

        use.Use(id, header.Overflow);
    }

    private static ReadOnlySpan<byte> Elements(ReadOnlySpan<byte> content, PageHeader header, ulong id, long offset)
    {
        ulong count = header.Count;
        if (header.Count == LongList)
        {
            count = BinaryPrimitives.ReadUInt64LittleEndian(content);
            content = content[sizeof(ulong)..];
        }

        return count <= (ulong)(content.Length / sizeof(ulong))
            ? content[..((int)count * sizeof(ulong))]
            : throw PageReader.Damaged(id, offset, $"the freelist of {count} pages does not fit into it");
    }
}
