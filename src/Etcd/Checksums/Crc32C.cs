using System.Buffers.Binary;
using System.Numerics;

namespace Daytwo.Etcd.Checksums;

/// <summary>
/// CRC-32C (Castagnoli), as etcd hashes databases with. Uses the processor's instruction (SSE4.2, ARMv8), eight bytes a
/// step; the runtime falls back to a table where there is none.
/// </summary>
internal struct Crc32C()
{
    private uint _inverted = uint.MaxValue;

    public readonly uint Value => ~_inverted;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var crc = _inverted;
        while (bytes.Length >= sizeof(ulong))
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        _inverted = crc;
    }
}
