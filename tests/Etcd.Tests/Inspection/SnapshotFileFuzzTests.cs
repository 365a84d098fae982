using Daytwo.Etcd.Inspection;
using Daytwo.Etcd.Snapshots;
using Daytwo.Etcd.Tests.Bolt;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Inspection;

/// <summary>Damage anywhere ends in a result or in the typed error, never in another exception, and soon.</summary>
public sealed class SnapshotFileFuzzTests
{
    private static readonly byte[] Sound = Image();

    [Fact]
    public void Undamaged_database_is_sound() => Assert.Equal(301, SnapshotFile.Inspect(new MemoryPages(Sound), CancellationToken.None).Status.Revision);

    [Fact]
    public void Flipped_and_overwritten_bytes_never_crash_the_walk() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int, byte)[]>(), damage => Survives(Apply(damage.Select(d => ((uint)d.Item1 % (uint)Sound.Length, d.Item2)))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Damage_in_headers_and_element_tables_never_crashes_the_walk() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(ushort, byte, byte)[]>(), damage => Survives(Apply(damage.Select(Structural))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Fact]
    public void File_cut_anywhere_never_crashes_the_walk() =>
        Prop.ForAll<uint>(cut => Survives(Sound[..(int)(cut % (uint)Sound.Length)])).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Arbitrary_bytes_never_crash_the_walk() =>
        Prop.ForAll<byte[]>(Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    // Within the first bytes of some page, where its structure is.
    private static (uint Offset, byte Value) Structural((ushort Page, byte Within, byte Value) damage) =>
        (damage.Page % (uint)(Sound.Length / 1024) * 1024 + damage.Within, damage.Value);

    private static byte[] Apply(IEnumerable<(uint Offset, byte Value)> damage)
    {
        var file = (byte[])Sound.Clone();
        foreach (var (offset, value) in damage)
        {
            file[offset] = value;
        }

        return file;
    }

    private static bool Survives(byte[] file)
    {
        var observer = new SnapshotObserver();
        observer.Append(file);
        try
        {
            SnapshotFile.Inspect(new MemoryPages(file), CancellationToken.None);
            SnapshotFile.HashKv(new MemoryPages(file), 0, CancellationToken.None);
        }
        catch (SnapshotDamagedException)
        {
            return true;
        }

        return true;
    }

    private static byte[] Image() => new BoltImage(1024)
        .Bucket("key", Enumerable.Range(2, 300).Select(i => i % 7 == 0
            ? Records.Delete(i, $"key-{i % 30}")
            : Records.Put(i, $"key-{i % 30}", valueLength: i % 40 == 0 ? 5000 : i % 60)))
        .Bucket("lease", Enumerable.Range(1, 100).Select(i => (new byte[] { 0, 0, 0, 0, 0, 0, 0, (byte)i }, new byte[30])))
        .Inline("auth")
        .Garbage(9, 9, 9)
        .Inline("meta", Records.Meta(compacted: 3))
        .Build(digest: false);
}
