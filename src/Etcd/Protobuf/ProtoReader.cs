using System.Buffers.Binary;

namespace Daytwo.Etcd.Protobuf;

/// <summary>
/// Reads one protobuf message field by field: <c>while (Next()) switch (Field) …</c>. A field that the caller does
/// not know must be passed with <see cref="Skip"/>. Every read is bounded by the message.
/// </summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    public int Field { get; private set; }

    public WireType Type { get; private set; }

    /// <summary>Moves to the next field; false at the end of the message.</summary>
    public bool Next()
    {
        if (_rest.IsEmpty)
        {
            return false;
        }

        var tag = RawVarint();
        var field = tag >> 3;
        if (field is 0 or > 536_870_911)
        {
            throw new MalformedMessageException($"field number {field} is out of range");
        }

        Field = (int)field;
        Type = (WireType)(tag & 7);
        return true;
    }

    public ulong Varint()
    {
        Expect(WireType.Varint);
        return RawVarint();
    }

    public long Int64() => unchecked((long)Varint());

    public bool Bool() => Varint() != 0;

    public ReadOnlySpan<byte> Bytes()
    {
        Expect(WireType.LengthDelimited);
        var length = RawVarint();
        if (length > (ulong)_rest.Length)
        {
            throw new MalformedMessageException($"field {Field} is {length} bytes long, {_rest.Length} are left");
        }

        return Take((int)length);
    }

    public string Text() => System.Text.Encoding.UTF8.GetString(Bytes());

    public void Skip()
    {
        switch (Type)
        {
            case WireType.Varint: RawVarint(); break;
            case WireType.Fixed64: Take(8); break;
            case WireType.LengthDelimited: Bytes(); break;
            case WireType.Fixed32: Take(4); break;
            default: throw new MalformedMessageException($"field {Field} has the unknown wire type {(int)Type}");
        }
    }

    /// <summary>Reads a fixed-width 32-bit value.</summary>
    public uint Fixed32()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadUInt32LittleEndian(Take(4));
    }

    private readonly void Expect(WireType wanted)
    {
        if (Type != wanted)
        {
            throw new MalformedMessageException($"field {Field} has wire type {(int)Type}, expected {(int)wanted}");
        }
    }

    private ulong RawVarint()
    {
        if (!Protobuf.Varint.TryRead(_rest, out var value, out var length))
        {
            throw new MalformedMessageException("a number is cut short or longer than ten bytes");
        }

        _rest = _rest[length..];
        return value;
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (length > _rest.Length)
        {
            throw new MalformedMessageException($"field {Field} is cut short");
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}
