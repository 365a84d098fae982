using System.Security.Cryptography;
using Daytwo.Backup.Envelope;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Envelope;

public sealed class EnvelopeTests
{
    private const int FrameSize = EnvelopeFormat.MinFrameSize;
    private const int SealedFrame = FrameSize + EnvelopeFormat.TagSize;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(FrameSize - 1)]
    [InlineData(FrameSize)]
    [InlineData(FrameSize + 1)]
    [InlineData(3 * FrameSize)]
    [InlineData((3 * FrameSize) + 77)]
    public async Task Envelope_of_any_size_opens_to_what_was_put_in(int size)
    {
        var plain = Bytes(size);
        var sealedBytes = await Seal(plain);
        var frames = Math.Max(1, (size + FrameSize - 1) / FrameSize);
        Assert.Equal(EnvelopeFormat.HeaderSize + size + (frames * EnvelopeFormat.TagSize), sealedBytes.Length);
        Assert.Equal(plain, await Open(sealedBytes));
    }

    [Fact]
    public async Task Envelope_is_the_same_however_the_bytes_are_cut()
    {
        var plain = Bytes((2 * FrameSize) + 5);
        var whole = await Seal(plain);
        Prop.ForAll(Gen.Choose(1, FrameSize + 10).ToArbitrary(), piece => Seal(plain, piece).GetAwaiter().GetResult().AsSpan().SequenceEqual(whole)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Envelope_hides_its_content_and_uses_a_key_of_its_own()
    {
        var plain = new byte[FrameSize];
        var one = await Seal(plain, seed: 1);
        var two = await Seal(plain, seed: 2);
        Assert.NotEqual(one.AsSpan(EnvelopeFormat.HeaderSize).ToArray(), two.AsSpan(EnvelopeFormat.HeaderSize).ToArray());
        Assert.True(one.AsSpan(EnvelopeFormat.HeaderSize).IndexOf(new byte[16]) < 0);
    }

    [Fact]
    public async Task Envelope_with_frames_exchanged_repeated_or_dropped_does_not_open()
    {
        var good = await Seal(Bytes(4 * FrameSize));
        foreach (var order in new int[][] { [1, 0, 2, 3], [0, 0, 1, 2, 3], [0, 1, 3], [0, 1, 2], [0, 1, 2, 3, 3], [3] })
        {
            byte[] bad = [.. good[..EnvelopeFormat.HeaderSize], .. order.SelectMany(i => good.AsSpan(EnvelopeFormat.HeaderSize + (i * SealedFrame), SealedFrame).ToArray())];
            await Assert.ThrowsAsync<SnapshotUnreadableException>(() => Open(bad));
        }
    }

    [Fact]
    public async Task Envelope_names_the_frame_that_was_changed()
    {
        var bad = await Seal(Bytes(4 * FrameSize));
        var at = EnvelopeFormat.HeaderSize + (2 * SealedFrame) + 10;
        bad[at] ^= 1;
        var failure = await Assert.ThrowsAsync<SnapshotUnreadableException>(() => Open(bad));
        Assert.Contains($"Frame 2 (bytes {EnvelopeFormat.HeaderSize + (2 * SealedFrame)} to", failure.Message, StringComparison.Ordinal);
        Assert.Equal(EnvelopeFormat.HeaderSize + (2 * SealedFrame), failure.Offset);
    }

    [Fact]
    public async Task Envelope_with_any_byte_of_its_header_changed_does_not_open()
    {
        var good = await Seal(Bytes(10));
        for (var at = 0; at < EnvelopeFormat.HeaderSize; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 1;
            await Assert.ThrowsAsync<SnapshotUnreadableException>(() => Open(bad));
        }
    }

    [Fact]
    public async Task Envelope_keeps_its_format()
    {
        // Made by version 1. Whatever changes in the code, this must open for ever.
        var sealedBytes = await Seal("The quick brown fox"u8.ToArray());
        Assert.Equal("DAYTWOEN", System.Text.Encoding.ASCII.GetString(sealedBytes, 0, 8));
        var digest = Convert.ToHexStringLower(SHA256.HashData(sealedBytes));
        Assert.True(digest == GoldenSha256, digest);
    }

    private const string GoldenSha256 = "c931111653450ab44fa84c52c9a28be99ebc37403c940cac6ca8b7ad5c7c24b8";

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static async Task<byte[]> Seal(byte[] plain, int piece = int.MaxValue, int seed = 1)
    {
        var output = new MemoryStream();
        var random = new Random(seed);
        await using var writer = new EnvelopeWriter(output, Backups.Key, random.NextBytes, FrameSize);
        for (var at = 0; at < plain.Length; at += Math.Min(piece, plain.Length - at))
        {
            await writer.WriteAsync(plain.AsMemory(at, Math.Min(piece, plain.Length - at)), Ct);
        }

        await writer.Complete(Ct);
        return output.ToArray();
    }

    private static async Task<byte[]> Open(byte[] sealedBytes)
    {
        await using var reader = new EnvelopeReader(new MemoryStream(sealedBytes), Backups.Key);
        var plain = new MemoryStream();
        await reader.CopyToAsync(plain, Ct);
        return plain.ToArray();
    }
}
