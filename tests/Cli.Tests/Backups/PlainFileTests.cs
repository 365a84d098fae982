using Daytwo.Cli.Backups;
using Daytwo.LocalCluster;

namespace Daytwo.Cli.Tests.Backups;

public sealed class PlainFileTests : IDisposable
{
    private readonly ScratchFolder folder = new();

    [Fact]
    public async Task Whole_stream_replaces_the_file_and_only_its_owner_reads_it()
    {
        var path = Path.Combine(folder.Path, "out.db");
        await File.WriteAllTextAsync(path, "before");
        long told = 0;

        var bytes = await PlainFile.Write(new MemoryStream([1, 2, 3]), path, done => told = done, default);

        Assert.Equal((3, 3), (bytes, told));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task Stream_that_breaks_off_leaves_what_was_there_and_nothing_else()
    {
        var path = Path.Combine(folder.Path, "out.db");
        await File.WriteAllTextAsync(path, "before");

        await Assert.ThrowsAsync<IOException>(() => PlainFile.Write(new BrokenStream(), path, _ => { }, default));

        Assert.Equal("before", await File.ReadAllTextAsync(path));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    public void Dispose() => folder.Dispose();

    private sealed class BrokenStream() : MemoryStream(new byte[100])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? throw new IOException("broken") : base.ReadAsync(buffer[..10], cancellationToken);
    }
}
