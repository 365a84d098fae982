using System.Buffers.Binary;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Bolt;

/// <summary>
/// Walks a bbolt database once, in key order, and checks what <c>bbolt check</c> checks: every page is what its place
/// demands, is reached once and is not free at the same time; keys ascend and fit below their branch; no page is lost.
/// </summary>
/// <remarks>
/// Holds one page per level of the tree and two bits per page of the file. Any bytes at all end in a result or in a
/// <see cref="SnapshotDamagedException"/>, after work in proportion to the file.
/// </remarks>
internal sealed class BoltWalker
{
    /// <summary>Far deeper than any tree; stops a chain of pages made to exhaust the stack.</summary>
    private const int MostLevels = 64;

    private const int BucketHeaderLength = 16;

    private readonly PageReader _pages;
    private readonly PageUse _use;
    private readonly IBucketVisitor _visitor;
    private readonly CancellationToken _ct;
    private readonly byte[][] _levels = new byte[MostLevels][];

    private BoltWalker(IPageSource source, BoltMeta meta, IBucketVisitor visitor, CancellationToken ct)
    {
        _pages = new PageReader(source, meta);
        _use = new PageUse(meta);
        _visitor = visitor;
        _ct = ct;
        Array.Fill(_levels, []);
    }

    /// <summary>Shows the visitor everything and gives the meta page that was walked from.</summary>
    public static BoltMeta Walk(IPageSource source, IBucketVisitor visitor, CancellationToken ct)
    {
        var meta = MetaPages.Read(source);
        var walker = new BoltWalker(source, meta, visitor, ct);
        walker.CheckMetaHeaders();
        FreelistPage.Read(walker._pages, walker._use);
        walker.Visit(meta.Root, level: 0, new Bucket(BucketDepth.Root), default, default);
        walker._use.CheckNoneIsLost();
        return meta;
    }

    private void CheckMetaHeaders()
    {
        for (var id = 0UL; id < 2; id++)
        {
            var header = _pages.Read(id, ref _levels[0], out _);
            if (header.Overflow > 0)
            {
                throw Damaged(id, "is a meta page, but has overflow pages");
            }

            _use.Use(id, overflow: 0);
        }
    }

    // Keys of the subtree are at or above `lower` and below `upper`; an empty bound is none.
    private void Visit(ulong id, int level, Bucket bucket, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        _ct.ThrowIfCancellationRequested();
        if (level == MostLevels)
        {
            throw Damaged(id, $"lies more than {MostLevels} levels deep");
        }

        var header = _pages.Read(id, ref _levels[level], out var length);
        _use.Use(id, header.Overflow);
        var page = _levels[level].AsSpan(0, length);
        switch (header.Type)
        {
            case PageType.Branch: VisitBranch(page, header, level, bucket, lower, upper); break;
            case PageType.Leaf: VisitLeaf(page, id, Offset(id), header.Count, level, bucket, lower, upper); break;
            default: throw Damaged(id, $"should be a branch or a leaf, but has the type {(int)header.Type:x}");
        }
    }

    private void VisitBranch(ReadOnlySpan<byte> page, PageHeader header, int level, Bucket bucket, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        var children = new BranchElements(page, header.Id, Offset(header.Id));
        children.Check(header.Count);
        for (var i = 0; i < header.Count; i++)
        {
            var key = children.Key(i);
            var inOrder = i == 0 ? key.SequenceCompareTo(lower) >= 0 : bucket.IsAboveLast(key);
            if (!inOrder || IsNotBelow(key, upper))
            {
                throw Damaged(header.Id, $"the key of child {i} is out of order");
            }

            Visit(children.Child(i), level + 1, bucket, key, i + 1 < header.Count ? children.Key(i + 1) : upper);
        }
    }

    private void VisitLeaf(
        ReadOnlySpan<byte> page, ulong id, long offset, int count, int level, Bucket bucket, ReadOnlySpan<byte> lower, ReadOnlySpan<byte> upper)
    {
        var elements = new LeafElements(page, id, offset);
        elements.Check(count);
        var previous = lower;
        for (var i = 0; i < count; i++)
        {
            var element = elements[i];
            var key = element.Key(page);
            var order = key.SequenceCompareTo(previous);
            if (order < 0 || (order == 0 && i > 0) || IsNotBelow(key, upper))
            {
                throw PageReader.Damaged(id, offset + element.Start, $"the key of entry {i} is out of order");
            }

            VisitEntry(page, element, id, offset + element.Start, level, bucket);
            previous = key;
        }

        bucket.Last(previous);
    }

    private void VisitEntry(ReadOnlySpan<byte> page, LeafElement entry, ulong id, long offset, int level, Bucket bucket)
    {
        if (bucket.Depth == BucketDepth.Root)
        {
            if (!entry.IsBucket)
            {
                throw PageReader.Damaged(id, offset, "an entry of the root is no bucket");
            }

            _visitor.Bucket(entry.Key(page));
        }
        else if (bucket.Depth == BucketDepth.Top)
        {
            _visitor.Entry(page, entry.IsBucket ? entry with { ValueLength = 0 } : entry, offset);
        }

        if (entry.IsBucket)
        {
            Enter(entry.Value(page), id, offset + entry.KeyLength, level + 1, new Bucket(bucket.Depth.Deeper()));
        }
    }

    // A bucket's value is the id of its root page; a small bucket has 0 there, and its only page follows.
    private void Enter(ReadOnlySpan<byte> value, ulong id, long offset, int level, Bucket bucket)
    {
        if (value.Length < BucketHeaderLength)
        {
            throw PageReader.Damaged(id, offset, $"a bucket of {value.Length} bytes");
        }

        var root = BinaryPrimitives.ReadUInt64LittleEndian(value);
        if (root != 0)
        {
            Visit(root, level, bucket, default, default);
            return;
        }

        var page = value[BucketHeaderLength..];
        if (level == MostLevels || page.Length < PageHeader.Length || PageHeader.Parse(page) is not { Type: PageType.Leaf } header)
        {
            throw PageReader.Damaged(id, offset, "a small bucket that does not hold a leaf");
        }

        VisitLeaf(page, id, offset + BucketHeaderLength, header.Count, level, bucket, default, default);
    }

    private static bool IsNotBelow(ReadOnlySpan<byte> key, ReadOnlySpan<byte> upper) =>
        !upper.IsEmpty && key.SequenceCompareTo(upper) >= 0;

    private long Offset(ulong id) => (long)id * _pages.Meta.PageSize;

    private SnapshotDamagedException Damaged(ulong id, string what) => PageReader.Damaged(id, Offset(id), what);
}
