using System.Buffers.Binary;

namespace Daytwo.Embedded.Protobuf;

/// <summary>Reads protobuf's wire format: tags and values, one after the other.</summary>
/// <remarks>Every read throws <see cref="FormatException"/> when the bytes end too soon.</remarks>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> rest = bytes;

    public readonly bool AtEnd => rest.IsEmpty;

    public (int Number, int WireType) Tag()
    {
        var tag = Varint();
        return ((int)(tag >> 3), (int)(tag & 7));
    }

    public ulong Varint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Take(1)[0];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw new FormatException("A protobuf number is longer than 64 bits.");
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = Varint();
        return length <= (ulong)rest.Length ? Take((int)length) : throw Short();
    }

    public double Double() => BinaryPrimitives.ReadDoubleLittleEndian(Take(8));

    /// <summary>Passes over a value of a wire type.</summary>
    public void Skip(int wireType)
    {
        switch (wireType)
        {
            case 0: Varint(); break;
            case 1: Take(8); break;
            case 2: Bytes(); break;
            case 5: Take(4); break;
            default: throw new FormatException($"Protobuf wire type {wireType} is not used by Kubernetes.");
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (rest.Length < count)
        {
            throw Short();
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }

    private static FormatException Short() => new("The protobuf message ends too soon.");
}
