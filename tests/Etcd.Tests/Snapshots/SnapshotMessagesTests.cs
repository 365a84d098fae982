using System.Buffers.Binary;
using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Snapshots;

public sealed class SnapshotMessagesTests
{
    [Fact]
    public void Blobs_come_out_whole_however_the_bytes_are_cut() => Prop.ForAll<byte[][], byte[]>((blobs, lengths) =>
    {
        var wire = blobs.SelectMany((blob, i) => Frame(Message(blob, i))).ToArray();
        return Collect(Cuts.Of(wire, lengths)).SequenceEqual(blobs.SelectMany(b => b));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Fields_in_another_order_and_unknown_ones_are_understood()
    {
        var message = new ProtoWriter().Text(4, "3.6.0").Bytes(3, [1, 2]).Message(9, new ProtoWriter().Number(1, 5UL)).Number(2, 7UL).Bytes(3, [3]);

        Assert.Equal([1, 2, 3], Collect(Cuts.Of(Frame(message), [1])));
    }

    [Theory]
    [InlineData(new byte[] { 1, 0, 0, 0, 0 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 1, 0x1a })]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 0x1a, 0x05 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 2, 0x10, 0x80 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 3, 0x1b, 1, 1 })]
    [InlineData(new byte[] { 0, 0, 0, 0, 3, 0x1d, 1, 1 })]
    public void Broken_messages_are_refused(byte[] wire) => Assert.Throws<MalformedMessageException>(() => Collect([wire]));

    [Fact]
    public void Any_bytes_end_in_blobs_or_in_the_typed_error() => Prop.ForAll<byte[], byte[]>((wire, lengths) =>
    {
        try
        {
            Collect(Cuts.Of([0, 0, 0, 0, (byte)wire.Length, .. wire], lengths));
        }
        catch (MalformedMessageException)
        {
            return true;
        }

        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    internal static byte[] Frame(ProtoWriter message)
    {
        var frame = new byte[5 + message.Written.Length];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Written.Length);
        message.Written.CopyTo(frame.AsMemory(5));
        return frame;
    }

    internal static ProtoWriter Message(byte[] blob, long remaining) => new ProtoWriter().Number(2, remaining).Bytes(3, blob).Text(4, "3.6.0");

    private static byte[] Collect(IEnumerable<ReadOnlyMemory<byte>> pieces)
    {
        var messages = new SnapshotMessages();
        var (collected, rest) = (new List<byte>(), Array.Empty<byte>());
        foreach (var piece in pieces)
        {
            rest = [.. rest, .. piece.Span];
            var found = true;
            while (found)
            {
                found = messages.TryTake(rest, out var consumed, out var range);
                collected.AddRange(found ? rest[range] : []);
                rest = rest[consumed..];
            }
        }

        return [.. collected];
    }
}
