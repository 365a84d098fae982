using Daytwo.Backup.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Verification;

public sealed class EncryptedSpoolTests
{
    private static readonly string Directory = Path.GetTempPath();

    [Fact]
    public void EncryptedSpool_gives_back_any_part_of_what_was_written()
    {
        var bytes = new byte[1_234_567];
        new Random(5).NextBytes(bytes);
        using var spool = EncryptedSpool.Create(Directory);
        for (var at = 0; at < bytes.Length; at += 100_000)
        {
            spool.Append(bytes.AsSpan(at, Math.Min(100_000, bytes.Length - at)));
        }

        spool.Finish();
        Assert.Equal(bytes.Length, spool.Length);
        var part = from offset in Gen.Choose(0, bytes.Length)
                   from length in Gen.Choose(0, Math.Min(60_000, bytes.Length - offset))
                   select (offset, length);
        Prop.ForAll(part.ToArbitrary(), p =>
        {
            var read = new byte[p.length];
            spool.Read(p.offset, read);
            return read.AsSpan().SequenceEqual(bytes.AsSpan(p.offset, p.length));
        }).QuickCheckThrowOnFailure();
        Assert.Throws<ArgumentOutOfRangeException>(() => spool.Read(bytes.Length, new byte[1]));
    }

    [Fact]
    public void EncryptedSpool_has_no_name_while_it_is_used()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("daytwo-spool-").FullName;
        try
        {
            using var spool = EncryptedSpool.Create(folder);
            spool.Append(new byte[100_000]);
            Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(folder));
        }
        finally
        {
            System.IO.Directory.Delete(folder);
        }
    }

    [Fact]
    public void EncryptedSpool_in_a_directory_that_does_not_exist_says_so()
    {
        var failure = Assert.Throws<SpoolException>(() => EncryptedSpool.Create("/does/not/exist"));
        Assert.Contains("/does/not/exist", failure.Message, StringComparison.Ordinal);
    }
}
