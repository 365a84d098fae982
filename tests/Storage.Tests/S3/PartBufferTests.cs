using System.Collections.Concurrent;
using System.Security.Cryptography;
using Daytwo.Storage.S3;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Storage.Tests.S3;

public sealed class PartBufferTests
{
    [Fact]
    public void PartBuffer_gives_back_its_bytes_however_they_came_and_are_read()
    {
        var bytes = new byte[900_000];
        new Random(1).NextBytes(bytes);
        var sizes = from first in Gen.Choose(1, PartBuffer.BlockSize)
                    from write in Gen.Choose(1, 400_000)
                    from read in Gen.Choose(1, 400_000)
                    select (first, write, read);
        var free = new ConcurrentStack<byte[]>();
        Prop.ForAll(sizes.ToArbitrary(), s =>
        {
            var part = new PartBuffer(free, s.first);
            foreach (var piece in bytes.Chunk(s.write))
            {
                part.Append(piece);
            }

            using var stream = new PartStream(part);
            var same = Read(stream, s.read).AsSpan().SequenceEqual(bytes);
            stream.Position = 0;
            same &= Read(stream, s.read).AsSpan().SequenceEqual(bytes);
            same &= part.Sha256() == Convert.ToBase64String(SHA256.HashData(bytes));
            part.Clear();
            return same && part.Length == 0 && part.From(0).IsEmpty;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void PartBuffer_of_nothing_is_an_empty_stream()
    {
        using var stream = new PartStream(new PartBuffer(new ConcurrentStack<byte[]>(), 1));
        Assert.Equal((0, 0), (stream.Length, stream.Read(new byte[10])));
    }

    [Fact]
    public void PartBuffer_uses_blocks_again()
    {
        var free = new ConcurrentStack<byte[]>();
        var part = new PartBuffer(free, PartBuffer.BlockSize);
        part.Append(new byte[3 * PartBuffer.BlockSize]);
        part.Clear();
        Assert.Equal(3, free.Count);
        part.Append(new byte[2 * PartBuffer.BlockSize]);
        Assert.Single(free);
    }

    private static byte[] Read(PartStream stream, int piece)
    {
        var all = new MemoryStream();
        var buffer = new byte[piece];
        while (stream.Read(buffer) is > 0 and var count)
        {
            all.Write(buffer.AsSpan(0, count));
        }

        return all.ToArray();
    }
}
