using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Bolt;

/// <summary>Finds the valid meta page with the newest transaction.</summary>
internal static class MetaPages
{
    /// <exception cref="SnapshotDamagedException">Neither page is valid, or the newer one points outside of the file.</exception>
    public static BoltMeta Read(IPageSource source)
    {
        var first = TryRead(source, 0);
        var second = first is { } found ? TryRead(source, found.PageSize) : FindSecond(source);
        var newer = (first, second) switch
        {
            ({ } a, { } b) => b.Transaction > a.Transaction ? b : a,
            ({ } a, null) => a,
            (null, { } b) => b,
            _ => throw new SnapshotDamagedException(
                $"no valid meta page in {source.Length} bytes: this is no etcd database, or its start is damaged", offset: 0),
        };
        return Check(newer, source.Length);
    }

    // Where the second page starts depends on the page size, which only the first could have told.
    private static BoltMeta? FindSecond(IPageSource source)
    {
        for (var size = PageSizes.Smallest; size <= PageSizes.Largest; size *= 2)
        {
            if (TryRead(source, size) is { } meta && meta.PageSize == size)
            {
                return meta;
            }
        }

        return null;
    }

    private static BoltMeta? TryRead(IPageSource source, long offset)
    {
        if (source.Length < offset + BoltMeta.Length)
        {
            return null;
        }

        Span<byte> page = stackalloc byte[BoltMeta.Length];
        source.Read(offset, page);
        return BoltMeta.Parse(page);
    }

    private static BoltMeta Check(BoltMeta meta, long length)
    {
        var pages = (ulong)length / (ulong)meta.PageSize;
        if (meta.HighWater > pages)
        {
            throw new SnapshotDamagedException(
                $"the database has {meta.HighWater} pages of {meta.PageSize} bytes, but the file ends after {pages}: it is cut off", length);
        }

        return meta.HighWater >= 3 ? meta : throw new SnapshotDamagedException($"the meta page counts only {meta.HighWater} pages", offset: 0);
    }
}
