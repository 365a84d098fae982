using Daytwo.Etcd.Checksums;
using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Tests.Bolt;

namespace Daytwo.Etcd.Tests.Inspection;

public sealed class HashKvTests
{
    private static readonly (byte[] Key, byte[] Value)[] Database =
        [Records.Put(2, "a"), Records.Put(3, "b"), Records.Delete(5, "c"), Records.Put(6, "a"), Records.Delete(7, "b"), Records.Put(9, "d")];

    [Fact]
    public void Without_compaction_every_record_up_to_the_revision_counts() =>
        Assert.Equal(new KeyValueHash(Of(0, 1, 2, 3), 6, -1), Hash(compacted: null, revision: 6));

    [Fact]
    public void Revision_zero_means_the_last() => Assert.Equal(new KeyValueHash(Of(0, 1, 2, 3, 4, 5), 9, -1), Hash(null, 0));

    [Fact]
    public void Compacted_records_that_were_overwritten_or_deleted_do_not_count() =>
        Assert.Equal(new KeyValueHash(Of(3, 4, 5), 9, 5), Hash(5, 0));

    [Fact]
    public void Deletion_at_the_compacted_revision_does_not_count() =>
        Assert.Equal(new KeyValueHash(Of(0, 1), 5, 5), Hash(5, 5));

    [Theory]
    [InlineData(4)]
    [InlineData(10)]
    public void Revision_outside_of_the_snapshot_is_refused(long revision) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hash(5, revision));

    private static KeyValueHash Hash(long? compacted, long revision)
    {
        var image = new BoltImage().Inline("key", Database).Inline("meta", Records.Meta(compacted)).Build();
        return SnapshotFile.HashKv(new MemoryPages(image), revision, CancellationToken.None);
    }

    private static uint Of(params int[] records)
    {
        var hash = new Crc32C();
        hash.Append("key"u8);
        foreach (var record in records)
        {
            hash.Append(Database[record].Key);
            hash.Append(Database[record].Value);
        }

        return hash.Value;
    }
}
