using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;
using Daytwo.Etcd.Tests.Bolt;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Snapshots;

public sealed class SnapshotObserverTests
{
    [Fact]
    public void Revision_seen_is_the_one_that_a_walk_finds() => Prop.ForAll<ushort[], byte[]>((valueLengths, cuts) =>
    {
        var records = valueLengths.Select((length, i) => Records.Put(i + 2, $"key-{i}", valueLength: length % 9000));
        var file = new BoltImage(1024).Bucket("key", records).Inline("meta", Records.Meta()).Build();
        return Observe(file, cuts) == SnapshotFile.Inspect(new MemoryPages(file), CancellationToken.None).Status.Revision;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Bucket_held_in_its_parents_entry_is_seen() =>
        Assert.Equal(7, Observe(new BoltImage().Inline("key", Records.Put(2, "a"), Records.Delete(7, "a")).Inline("meta", Records.Meta()).Build(), [100]));

    [Fact]
    public void Pages_out_of_use_do_not_hide_later_ones()
    {
        // A former page 3 claimed three overflow pages, which now are others' pages.
        var former = new BoltImage(1024).Bucket("x", [Records.Put(2, "a", valueLength: 3000)]).Build()[2048..3072];
        former[0] = 3;
        var image = new BoltImage(1024).Bucket("lease", []).Garbage(former)
            .Bucket("key", Enumerable.Range(2, 90).Select(i => Records.Put(i, "k"))).Inline("meta", Records.Meta());

        Assert.Equal(91, Observe(image.Build(), []));
    }

    [Fact]
    public void Bytes_that_are_no_database_give_no_revision()
    {
        Assert.Null(Observe(new byte[10_000], []));
        Assert.Null(Observe([1, 2, 3], []));
    }

    private static long? Observe(byte[] file, byte[] cuts)
    {
        var observer = new SnapshotObserver();
        foreach (var piece in Cuts.Of(file, cuts))
        {
            observer.Append(piece.Span);
        }

        return observer.Revision;
    }
}
