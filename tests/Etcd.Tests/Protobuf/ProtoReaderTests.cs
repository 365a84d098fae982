using Daytwo.Etcd.Protobuf;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Etcd.Tests.Protobuf;

public sealed class ProtoReaderTests
{
    [Fact]
    public void Number_written_reads_back() => Prop.ForAll<long>(value =>
    {
        var reader = new ProtoReader(new ProtoWriter().Present(7, value).Written.Span);
        return reader.Next() && reader.Field == 7 && reader.Int64() == value && !reader.Next();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Message_of_several_fields_reads_back()
    {
        var inner = new ProtoWriter().Text(1, "näme");
        var reader = new ProtoReader(new ProtoWriter().Number(1, ulong.MaxValue).Flag(2, true).Message(300, inner).Written.Span);

        Assert.True(reader.Next());
        Assert.Equal(ulong.MaxValue, reader.Varint());
        Assert.True(reader.Next());
        Assert.True(reader.Bool());
        Assert.True(reader.Next());
        Assert.Equal(300, reader.Field);
        var nested = new ProtoReader(reader.Bytes());
        Assert.True(nested.Next());
        Assert.Equal("näme", nested.Text());
        Assert.False(reader.Next());
    }

    [Fact]
    public void Default_values_are_left_out() =>
        Assert.True(new ProtoWriter().Number(1, 0UL).Flag(2, false).Bytes(3, []).Text(4, "").Written.IsEmpty);

    [Fact]
    public void Unknown_fields_of_every_type_are_skipped()
    {
        byte[] message = [0x08, 0x96, 0x01, 0x11, 1, 2, 3, 4, 5, 6, 7, 8, 0x1a, 2, 9, 9, 0x25, 1, 0, 0, 0, 0x28, 5];
        var reader = new ProtoReader(message);
        for (var field = 1; field <= 4; field++)
        {
            Assert.True(reader.Next());
            Assert.Equal(field, reader.Field);
            reader.Skip();
        }

        Assert.True(reader.Next());
        Assert.Equal(5UL, reader.Varint());
    }

    [Theory]
    [InlineData(new byte[] { 0x08 })]
    [InlineData(new byte[] { 0x0a, 0x05, 1, 2 })]
    [InlineData(new byte[] { 0x00, 0x01 })]
    [InlineData(new byte[] { 0x0b, 0x01 })]
    [InlineData(new byte[] { 0x08, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f })]
    [InlineData(new byte[] { 0x0d, 1, 2, 3 })]
    public void Broken_message_is_refused(byte[] message) => Assert.Throws<MalformedMessageException>(() => ReadAll(message));

    [Fact]
    public void Any_bytes_end_in_fields_or_in_the_typed_error() => Prop.ForAll<byte[]>(bytes =>
    {
        try
        {
            ReadAll(bytes);
        }
        catch (MalformedMessageException)
        {
            return true;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private static void ReadAll(byte[] message)
    {
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            reader.Skip();
        }
    }
}
