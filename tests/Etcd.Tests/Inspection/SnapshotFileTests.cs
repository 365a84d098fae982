using System.Buffers.Binary;
using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;
using Daytwo.Etcd.Tests.Bolt;

namespace Daytwo.Etcd.Tests.Inspection;

public sealed class SnapshotFileTests
{
    private static readonly CancellationToken Never = CancellationToken.None;

    [Fact]
    public void Inspection_of_a_small_database_tells_what_is_in_it()
    {
        var inspection = Inspect(new BoltImage()
            .Inline("key", Records.Put(2, "a"), Records.Put(3, "b"), Records.Delete(4, "a"), Records.Put(5, "c"), Records.Put(6, "c"))
            .Inline("meta", Records.Meta(compacted: 2)));

        Assert.Equal((6L, 2, 3 * 4096L, "3.6.0"),
            (inspection.Status.Revision, inspection.Status.TotalKeys, inspection.Status.TotalSize, inspection.Status.Version));
        Assert.Equal((5L, 2L, 42UL, 3UL, true),
            (inspection.Records, inspection.CompactRevision, inspection.ConsistentIndex, inspection.Term, inspection.CarriesDigest));
    }

    [Fact]
    public void Inspection_does_not_depend_on_how_a_bucket_is_laid_out()
    {
        var records = Enumerable.Range(2, 40).Select(i => Records.Put(i, $"key-{i}")).ToArray();
        var inline = Inspect(new BoltImage().Inline("key", records).Inline("meta", Records.Meta()));
        var tree = Inspect(new BoltImage().Bucket("key", records).Bucket("meta", Records.Meta()));
        var smallPages = Inspect(new BoltImage(1024).Bucket("key", records).Inline("meta", Records.Meta()));

        Assert.Equal(inline.Status.Hash, tree.Status.Hash);
        Assert.Equal(inline.Status.Hash, smallPages.Status.Hash);
        Assert.Equal(inline with { Status = tree.Status }, tree);
    }

    [Fact]
    public void Deep_trees_and_values_of_many_pages_are_walked()
    {
        var records = Enumerable.Range(2, 3000).Select(i => Records.Put(i, $"key-{i % 700}", valueLength: i % 500 == 0 ? 50_000 : i % 90));
        var inspection = Inspect(new BoltImage(1024).Bucket("key", records).Inline("meta", Records.Meta()));

        Assert.Equal((3001L, 700, 3000L), (inspection.Status.Revision, inspection.Status.TotalKeys, inspection.Records));
    }

    [Fact]
    public void Database_without_records_has_revision_zero()
    {
        var inspection = Inspect(new BoltImage().Bucket("key", []).Inline("meta", Records.Meta()));

        Assert.Equal((0L, 0), (inspection.Status.Revision, inspection.Status.TotalKeys));
    }

    [Fact]
    public void Freelist_that_accounts_for_all_pages_is_accepted()
    {
        var image = new BoltImage().Bucket("key", [Records.Put(2, "a")]).Garbage(1, 2, 3).Inline("meta", Records.Meta());

        Assert.Equal(2, Inspect(image, free: [3]).Status.Revision);
    }

    [Theory]
    [InlineData(new ulong[0], "page 3: is neither in use nor free")]
    [InlineData(new ulong[] { 2, 3 }, "page 2: is in use, but also on the freelist")]
    [InlineData(new ulong[] { 3, 3 }, "page 3: is on the freelist twice")]
    [InlineData(new ulong[] { 3, 99 }, "the freelist names page 99")]
    public void Freelist_that_contradicts_the_tree_is_refused(ulong[] free, string expected)
    {
        var image = new BoltImage().Bucket("key", [Records.Put(2, "a")]).Garbage(1, 2, 3).Inline("meta", Records.Meta());

        var error = Assert.Throws<SnapshotDamagedException>(() => Inspect(image, free));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Offset);
    }

    [Fact]
    public void Newer_valid_meta_page_counts()
    {
        var file = new BoltImage().Inline("key", Records.Put(2, "a")).Inline("meta", Records.Meta()).Build();
        file[16 + 20] ^= 1;

        Assert.Equal(2, SnapshotFile.Inspect(new MemoryPages(file), Never).Status.Revision);
    }

    [Fact]
    public void Two_damaged_meta_pages_are_refused()
    {
        var file = new BoltImage().Inline("meta", Records.Meta()).Build();
        file[16 + 20] ^= 1;
        file[4096 + 16 + 20] ^= 1;

        Assert.Contains("no valid meta page", Refused(file).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(79)]
    [InlineData(4096)]
    [InlineData(8192)]
    [InlineData(12287)]
    public void File_cut_short_is_refused(int length)
    {
        var file = new BoltImage().Inline("key", Records.Put(2, "a")).Inline("meta", Records.Meta()).Build();

        Refused(file[..length]);
    }

    [Fact]
    public void Keys_out_of_order_are_refused()
    {
        var image = new BoltImage().Bucket("key", [Records.Put(3, "a"), Records.Put(2, "b")]).Inline("meta", Records.Meta());

        Assert.Contains("out of order", Assert.Throws<SnapshotDamagedException>(() => Inspect(image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Record_whose_key_is_no_revision_is_refused()
    {
        var image = new BoltImage().Inline("key", ("nonsense"u8.ToArray(), [])).Inline("meta", Records.Meta());

        Assert.Contains("is no revision", Assert.Throws<SnapshotDamagedException>(() => Inspect(image)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Database_that_etcd_did_not_make_is_refused() =>
        Assert.Contains("not made by etcd", Assert.Throws<SnapshotDamagedException>(() => Inspect(new BoltImage().Inline("other"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Branch_that_leads_back_to_itself_is_refused()
    {
        var records = Enumerable.Range(2, 200).Select(i => Records.Put(i, $"key-{i}"));
        var image = new BoltImage(1024).Bucket("key", records).Inline("meta", Records.Meta());
        var file = image.Build();
        for (var page = 2; page < (file.Length / 1024); page++)
        {
            if (file[(page * 1024) + 8] == 1)
            {
                BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan((page * 1024) + 16 + 8), (ulong)page);
            }
        }

        Assert.Contains("is referenced twice", Refused(file).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Digest_is_checked()
    {
        var file = new BoltImage().Inline("meta", Records.Meta()).Build();
        var digests = SnapshotFile.CheckDigest(new MemoryPages(file), Never);
        file[9000] ^= 1;

        Assert.Equal(Convert.ToHexStringLower(file[^32..]), digests.Content);
        Assert.Throws<SnapshotDamagedException>(() => SnapshotFile.CheckDigest(new MemoryPages(file), Never));
        Assert.Throws<SnapshotDamagedException>(() => SnapshotFile.CheckDigest(new MemoryPages(file[..^32]), Never));
    }

    private static SnapshotInspection Inspect(BoltImage image, ulong[]? free = null) =>
        SnapshotFile.Inspect(new MemoryPages(image.Build(free: free)), Never);

    private static SnapshotDamagedException Refused(byte[] file) =>
        Assert.Throws<SnapshotDamagedException>(() => SnapshotFile.Inspect(new MemoryPages(file), Never));
}
