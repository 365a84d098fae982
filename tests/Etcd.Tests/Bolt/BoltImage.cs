using System.Buffers.Binary;
using System.Security.Cryptography;
using Daytwo.Etcd.Checksums;

namespace Daytwo.Etcd.Tests.Bolt;

/// <summary>Makes small bbolt databases, laid out as bbolt does: buckets in a root bucket, leaves, branches, overflow.</summary>
internal sealed class BoltImage(int pageSize = 4096)
{
    private const int HeaderLength = 16;
    private readonly SortedDictionary<string, byte[]> _buckets = new(StringComparer.Ordinal);
    private readonly List<byte[]> _pages = [new byte[pageSize], new byte[pageSize]];

    /// <summary>Where the next page will be.</summary>
    public ulong NextPage => (ulong)_pages.Count;

    /// <summary>A bucket with a tree of its own.</summary>
    public BoltImage Bucket(string name, IEnumerable<(byte[] Key, byte[] Value)> entries)
    {
        var header = new byte[16];
        BinaryPrimitives.WriteUInt64LittleEndian(header, Tree([.. entries.Select(e => (e.Key, e.Value, 0u))]));
        _buckets[name] = header;
        return this;
    }

    /// <summary>A small bucket whose only leaf lies in its parent's entry.</summary>
    public BoltImage Inline(string name, params (byte[] Key, byte[] Value)[] entries)
    {
        _buckets[name] = [.. new byte[16], .. Leaf(0, [.. entries.Select(e => (e.Key, e.Value, 0u))], pad: false)];
        return this;
    }

    /// <summary>Pages that nothing refers to.</summary>
    public BoltImage Garbage(params byte[] page)
    {
        Array.Resize(ref page, pageSize);
        _pages.Add(page);
        return this;
    }

    /// <summary>The file; <paramref name="free"/> gives a stored freelist of these pages.</summary>
    public byte[] Build(bool digest = true, ulong[]? free = null)
    {
        var freelist = free is null ? ulong.MaxValue : WriteFreelist(free);
        var root = Tree([.. _buckets.Select(b => (System.Text.Encoding.UTF8.GetBytes(b.Key), b.Value, 1u))]);
        for (var i = 0UL; i < 2; i++)
        {
            WriteMeta(_pages[(int)i], i, root, freelist, transaction: 7 - i);
        }

        byte[] file = [.. _pages.SelectMany(p => p)];
        return digest ? [.. file, .. SHA256.HashData(file)] : file;
    }

    private ulong WriteFreelist(ulong[] free)
    {
        var id = NextPage;
        var page = new byte[pageSize];
        Header(page, id, 0x10, free.Length, 0);
        for (var i = 0; i < free.Length; i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(page.AsSpan(HeaderLength + (8 * i)), free[i]);
        }

        _pages.Add(page);
        return id;
    }

    private void WriteMeta(byte[] page, ulong id, ulong root, ulong freelist, ulong transaction)
    {
        Header(page, id, 0x04, 0, 0);
        var meta = page.AsSpan(HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(meta, 0xED0CDAED);
        BinaryPrimitives.WriteUInt32LittleEndian(meta[4..], 2);
        BinaryPrimitives.WriteUInt32LittleEndian(meta[8..], (uint)pageSize);
        BinaryPrimitives.WriteUInt64LittleEndian(meta[16..], root);
        BinaryPrimitives.WriteUInt64LittleEndian(meta[32..], freelist);
        BinaryPrimitives.WriteUInt64LittleEndian(meta[40..], NextPage);
        BinaryPrimitives.WriteUInt64LittleEndian(meta[48..], transaction);
        BinaryPrimitives.WriteUInt64LittleEndian(meta[56..], Fnv1A.Compute(meta[..56]));
    }

    private ulong Tree(List<(byte[] Key, byte[] Value, uint Flags)> entries)
    {
        var level = new List<(byte[] Key, ulong Page)>();
        foreach (var chunk in Chunks(entries, e => 16 + e.Key.Length + e.Value.Length))
        {
            level.Add((chunk.Count > 0 ? chunk[0].Key : [], Add(Leaf(NextPage, chunk, pad: true))));
        }

        while (level.Count > 1)
        {
            level = [.. Chunks(level, c => 16 + c.Key.Length).ToList().Select(c => (c[0].Key, Add(Branch(NextPage, c))))];
        }

        return level[0].Page;
    }

    private IEnumerable<List<T>> Chunks<T>(List<T> items, Func<T, int> size)
    {
        var (chunk, used) = (new List<T>(), HeaderLength);
        foreach (var item in items)
        {
            if (chunk.Count >= 2 && used + size(item) > pageSize)
            {
                yield return chunk;
                (chunk, used) = ([], HeaderLength);
            }

            chunk.Add(item);
            used += size(item);
        }

        yield return chunk;
    }

    private ulong Add(byte[] pages)
    {
        var id = NextPage;
        _pages.AddRange(pages.Chunk(pageSize));
        return id;
    }

    private byte[] Leaf(ulong id, List<(byte[] Key, byte[] Value, uint Flags)> entries, bool pad)
    {
        var length = HeaderLength + entries.Sum(e => 16 + e.Key.Length + e.Value.Length);
        var page = new byte[pad ? (length + pageSize - 1) / pageSize * pageSize : length];
        Header(page, id, 0x02, entries.Count, pad ? (page.Length / pageSize) - 1 : 0);
        var data = HeaderLength + (16 * entries.Count);
        for (var i = 0; i < entries.Count; i++)
        {
            var (key, value, flags) = entries[i];
            var element = page.AsSpan(HeaderLength + (16 * i));
            BinaryPrimitives.WriteUInt32LittleEndian(element, flags);
            BinaryPrimitives.WriteUInt32LittleEndian(element[4..], (uint)(data - HeaderLength - (16 * i)));
            BinaryPrimitives.WriteUInt32LittleEndian(element[8..], (uint)key.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(element[12..], (uint)value.Length);
            key.CopyTo(page, data);
            value.CopyTo(page, data + key.Length);
            data += key.Length + value.Length;
        }

        return page;
    }

    private byte[] Branch(ulong id, List<(byte[] Key, ulong Page)> children)
    {
        var length = HeaderLength + children.Sum(c => 16 + c.Key.Length);
        var page = new byte[(length + pageSize - 1) / pageSize * pageSize];
        Header(page, id, 0x01, children.Count, (page.Length / pageSize) - 1);
        var data = HeaderLength + (16 * children.Count);
        for (var i = 0; i < children.Count; i++)
        {
            var element = page.AsSpan(HeaderLength + (16 * i));
            BinaryPrimitives.WriteUInt32LittleEndian(element, (uint)(data - HeaderLength - (16 * i)));
            BinaryPrimitives.WriteUInt32LittleEndian(element[4..], (uint)children[i].Key.Length);
            BinaryPrimitives.WriteUInt64LittleEndian(element[8..], children[i].Page);
            children[i].Key.CopyTo(page, data);
            data += children[i].Key.Length;
        }

        return page;
    }

    private static void Header(Span<byte> page, ulong id, ushort type, int count, int overflow)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(page, id);
        BinaryPrimitives.WriteUInt16LittleEndian(page[8..], type);
        BinaryPrimitives.WriteUInt16LittleEndian(page[10..], (ushort)count);
        BinaryPrimitives.WriteUInt32LittleEndian(page[12..], (uint)overflow);
    }
}
