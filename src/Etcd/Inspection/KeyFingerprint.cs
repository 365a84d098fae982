using System.Buffers.Binary;

namespace Daytwo.Etcd.Inspection;

/// <summary>
/// A 64-bit hash of a key, by folded multiplication. Two of ten million keys share one with a probability of three in
/// a million; a clash changes a count by one, nothing else.
/// </summary>
internal static class KeyFingerprint
{
    private const ulong Odd1 = 0x9E3779B97F4A7C15;
    private const ulong Odd2 = 0xE7037ED1A0B428DB;
    private const ulong Odd3 = 0x8EBC6AF09C88C6E3;

    /// <summary>Never 0.</summary>
    public static ulong Of(ReadOnlySpan<byte> key)
    {
        var hash = Odd1 ^ (ulong)key.Length;
        while (key.Length > 16)
        {
            hash = Fold(Read(key) ^ hash, Read(key[8..]) ^ Odd2);
            key = key[16..];
        }

        Span<byte> last = stackalloc byte[16];
        last.Clear();
        key.CopyTo(last);
        hash = Fold(Read(last) ^ hash, Read(last[8..]) ^ Odd3);
        hash = Fold(hash ^ Odd1, Odd2);
        return hash == 0 ? 1 : hash;
    }

    private static ulong Read(ReadOnlySpan<byte> from) => BinaryPrimitives.ReadUInt64LittleEndian(from);

    private static ulong Fold(ulong a, ulong b)
    {
        var high = Math.BigMul(a, b, out var low);
        return high ^ low;
    }
}
