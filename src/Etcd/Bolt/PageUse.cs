namespace Daytwo.Etcd.Bolt;

/// <summary>Which pages are in use and which are free: two bits a page.</summary>
internal sealed class PageUse(BoltMeta meta)
{
    private readonly ulong[] _used = new ulong[(meta.HighWater + 63) / 64];
    private readonly ulong[] _free = meta.Freelist == BoltMeta.NoFreelist ? [] : new ulong[(meta.HighWater + 63) / 64];

    private bool HasFreelist => _free.Length > 0;

    /// <summary>Marks a page and its overflow as in use. The ids must be below the high-water mark.</summary>
    public void Use(ulong id, uint overflow)
    {
        for (var page = id; page <= id + overflow; page++)
        {
            if (!Set(_used, page))
            {
                throw Damaged(page, "is referenced twice");
            }

            if (HasFreelist && Get(_free, page))
            {
                throw Damaged(page, "is in use, but also on the freelist");
            }
        }
    }

    /// <summary>Marks a page as free.</summary>
    public void Free(ulong id)
    {
        if (id < 2 || id >= meta.HighWater)
        {
            throw Damaged(meta.Freelist, $"the freelist names page {id}, but free pages are from 2 to {meta.HighWater - 1}");
        }

        if (!Set(_free, id))
        {
            throw Damaged(id, "is on the freelist twice");
        }
    }

    /// <summary>Without a stored freelist every page that is not in use is free.</summary>
    public void CheckNoneIsLost()
    {
        for (var page = 0UL; HasFreelist && page < meta.HighWater; page++)
        {
            if (!Get(_used, page) && !Get(_free, page))
            {
                throw Damaged(page, "is neither in use nor free");
            }
        }
    }

    private Snapshots.SnapshotDamagedException Damaged(ulong page, string what) =>
        PageReader.Damaged(page, (long)page * meta.PageSize, what);

    private static bool Get(ulong[] bits, ulong page) => (bits[page / 64] & (1UL << (int)(page % 64))) != 0;

    // False when it was set already.
    private static bool Set(ulong[] bits, ulong page)
    {
        var before = bits[page / 64];
        bits[page / 64] = before | (1UL << (int)(page % 64));
        return bits[page / 64] != before;
    }
}
