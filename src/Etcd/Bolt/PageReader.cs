using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Bolt;

/// <summary>
/// Reads pages with their overflow into buffers of the caller. Databases are laid out mostly in order, so it reads
/// ahead, the further the longer that holds; out of order it reads single pages.
/// </summary>
internal sealed class PageReader(IPageSource source, BoltMeta meta)
{
    /// <summary>The largest page with its overflow that is believed; etcd's requests are a few megabytes at most.</summary>
    private const long MostPageBytes = 128 << 20;

    private const int MostAhead = 256 << 10;

    private readonly long _end = (long)meta.HighWater * meta.PageSize;
    private byte[] _window = new byte[Math.Max(MostAhead, meta.PageSize)];
    private long _windowStart;
    private int _windowLength;
    private int _ahead = meta.PageSize;

    public BoltMeta Meta => meta;

    /// <summary>Fills <paramref name="buffer"/> from its start, growing it when needed; gives the bytes of the page.</summary>
    /// <exception cref="SnapshotDamagedException">The id is out of range, or the page is not the one with this id.</exception>
    public PageHeader Read(ulong id, ref byte[] buffer, out int length)
    {
        if (id >= meta.HighWater)
        {
            throw new SnapshotDamagedException($"a reference to page {id}, but the database has {meta.HighWater} pages");
        }

        var offset = (long)id * meta.PageSize;
        var first = Window(offset);
        var header = PageHeader.Parse(first);
        var total = Extent(id, offset, header);
        if (buffer.Length < total)
        {
            buffer = GC.AllocateUninitializedArray<byte>((int)total);
        }

        length = (int)total;
        var there = Math.Min(length, first.Length);
        first[..there].CopyTo(buffer);
        if (there < length)
        {
            source.Read(offset + there, buffer.AsSpan(there, length - there));
            Forget(offset + length);
        }

        return header;
    }

    public static SnapshotDamagedException Damaged(ulong page, long offset, string what) => new($"page {page}: {what}", offset);

    private long Extent(ulong id, long offset, PageHeader header)
    {
        if (header.Id != id)
        {
            throw Damaged(id, offset, $"calls itself page {header.Id}");
        }

        var total = (header.Overflow + 1L) * meta.PageSize;
        if (total > _end - offset)
        {
            throw Damaged(id, offset, $"its {header.Overflow} overflow pages go beyond the end of the database");
        }

        return total <= MostPageBytes
            ? total
            : throw Damaged(id, offset, $"it spans {total} bytes, more than any request that etcd accepts");
    }

    // At least one page from the offset on.
    private ReadOnlySpan<byte> Window(long offset)
    {
        var within = offset - _windowStart;
        if (within < 0 || within + meta.PageSize > _windowLength)
        {
            var inOrder = within >= 0 && within <= _windowLength + MostAhead;
            _ahead = inOrder ? Math.Min(_ahead * 2, _window.Length) : meta.PageSize;
            _windowLength = (int)Math.Min(_ahead, _end - offset);
            _windowStart = offset;
            source.Read(offset, _window.AsSpan(0, _windowLength));
            within = 0;
        }

        return _window.AsSpan((int)within, _windowLength - (int)within);
    }

    // The window is behind; what comes next in order starts here.
    private void Forget(long next)
    {
        _windowStart = next;
        _windowLength = 0;
    }
}
