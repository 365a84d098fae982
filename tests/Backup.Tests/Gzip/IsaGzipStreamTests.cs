using System.IO.Compression;
using System.Text;
using Daytwo.Backup.Gzip;

namespace Daytwo.Backup.Tests.Gzip;

public sealed class IsaGzipStreamTests
{
    private const int Megabyte = 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string, int> Inputs => new()
    {
        { "nothing", 0 },
        { "noise", 1 },
        { "noise", 3 * Megabyte },
        { "zeros", 5 * Megabyte },
        { "objects", 3 * Megabyte },
    };

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task IsaGzipStream_whatever_is_written_in_whatever_pieces_is_what_gunzip_reads(string kind, int length)
    {
        Assert.SkipUnless(IsaDeflate.IsAvailable, "needs libisal.so.2: install the package libisal2");
        var plain = Bytes(kind, length);
        foreach (var piece in new[] { 1000, 64 * 1024, 2 * Megabyte })
        {
            Assert.Equal(plain, await Gunzip(await Compress(plain, piece)));
        }
    }

    [Fact]
    public async Task IsaGzipStream_that_is_given_up_writes_nothing_more()
    {
        Assert.SkipUnless(IsaDeflate.IsAvailable, "needs libisal.so.2: install the package libisal2");
        var output = new MemoryStream();
        var gzip = new IsaGzipStream(output);
        await gzip.WriteAsync(Bytes("noise", Megabyte), Ct);
        var written = output.Length;
        await gzip.DisposeAsync();
        Assert.Equal(written, output.Length);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await gzip.WriteAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task IsaDeflate_with_room_for_a_few_bytes_at_a_time_goes_on_where_it_was()
    {
        Assert.SkipUnless(IsaDeflate.IsAvailable, "needs libisal.so.2: install the package libisal2");
        var plain = Bytes("objects", 100_000);
        using var deflate = new IsaDeflate();
        var output = new MemoryStream();
        var random = new Random(7);
        Span<byte> room = stackalloc byte[20];
        var taken = 0;
        while (true)
        {
            var some = room[..random.Next(1, room.Length)];
            var (more, given) = deflate.Compress(plain.AsSpan(taken), some, last: true);
            taken += more;
            output.Write(some[..given]);
            if (given < some.Length)
            {
                break;
            }
        }

        Assert.Equal(plain, await Gunzip(output.ToArray()));
    }

    private static async Task<byte[]> Compress(byte[] plain, int piece)
    {
        var output = new MemoryStream();
        await using var gzip = new IsaGzipStream(output);
        for (var at = 0; at < plain.Length; at += piece)
        {
            await gzip.WriteAsync(plain.AsMemory(at, Math.Min(piece, plain.Length - at)), Ct);
        }

        await gzip.Complete(Ct);
        return output.ToArray();
    }

    /// <summary>zlib's reader checks length and checksum at the end.</summary>
    private static async Task<byte[]> Gunzip(byte[] compressed)
    {
        var plain = new MemoryStream();
        await using var gunzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        await gunzip.CopyToAsync(plain, Ct);
        return plain.ToArray();
    }

    private static byte[] Bytes(string kind, int length)
    {
        var bytes = new byte[length];
        if (kind == "noise")
        {
            new Random(length).NextBytes(bytes);
        }
        else if (kind == "objects")
        {
            var text = string.Concat(Enumerable.Range(0, (length / 60) + 1).Select(i => $"""{"{"}"kind":"Pod","name":"web-{i * 7919:x8}","phase":"Running","n":{i}{"}"}"""));
            Encoding.UTF8.GetBytes(text.AsSpan(0, length), bytes);
        }

        return bytes;
    }
}
