using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Daytwo.Profile.Trace;

/// <summary>Reads bytes of a trace from front to back.</summary>
internal ref struct Payload(ReadOnlySpan<byte> rest)
{
    private ReadOnlySpan<byte> rest = rest;

    public readonly int Length => rest.Length;

    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = rest[..count];
        rest = rest[count..];
        return bytes;
    }

    public byte Byte() => Bytes(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8));

    /// <summary>Seven bits a byte, the lowest first.</summary>
    public ulong Variable()
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = Byte();
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }
    }

    /// <summary>UTF-16 up to a zero.</summary>
    public string Text()
    {
        var characters = MemoryMarshal.Cast<byte, char>(rest);
        var end = characters.IndexOf('\0');
        var text = characters[..end].ToString();
        rest = rest[((end + 1) * 2)..];
        return text;
    }

    public ulong[] UInt64s(int count)
    {
        var values = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = UInt64();
        }

        return values;
    }
}
