using System.Buffers;
using System.Text;

namespace Daytwo.Etcd.Protobuf;

/// <summary>Writes one protobuf message. As proto3 has it, fields with their default value are left out.</summary>
internal sealed class ProtoWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public ReadOnlyMemory<byte> Written => _buffer.WrittenMemory;

    public ProtoWriter Number(int field, ulong value) => value == 0 ? this : Present(field, unchecked((long)value));

    /// <summary>Writes a number even when it is zero: a member of a oneof is there because it is present.</summary>
    public ProtoWriter Present(int field, long value)
    {
        Raw(((ulong)field << 3) | (ulong)WireType.Varint);
        Raw(unchecked((ulong)value));
        return this;
    }

    public ProtoWriter Number(int field, long value) => Number(field, unchecked((ulong)value));

    public ProtoWriter Flag(int field, bool value) => Number(field, value ? 1UL : 0UL);

    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value) => value.IsEmpty ? this : Always(field, value);

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    /// <summary>Writes a nested message, an empty one too: its presence carries meaning.</summary>
    public ProtoWriter Message(int field, ProtoWriter message) => Always(field, message.Written.Span);

    private ProtoWriter Always(int field, ReadOnlySpan<byte> value)
    {
        Raw(((ulong)field << 3) | (ulong)WireType.LengthDelimited);
        Raw((ulong)value.Length);
        _buffer.Write(value);
        return this;
    }

    private void Raw(ulong value) => _buffer.Advance(Varint.Write(_buffer.GetSpan(Varint.MaxLength), value));
}
