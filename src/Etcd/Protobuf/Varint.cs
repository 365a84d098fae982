namespace Daytwo.Etcd.Protobuf;

/// <summary>Base-128 numbers, least significant group first.</summary>
internal static class Varint
{
    public const int MaxLength = 10;

    /// <summary>False when the number is cut short or longer than <see cref="MaxLength"/> bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> from, out ulong value, out int length)
    {
        value = 0;
        var most = Math.Min(from.Length, MaxLength);
        for (length = 0; length < most; length++)
        {
            var b = from[length];
            value |= (ulong)(b & 0x7f) << (7 * length);
            if (b < 0x80)
            {
                length++;
                // The tenth byte carries one bit only.
                return length < MaxLength || b <= 1;
            }
        }

        return false;
    }

    public static int Write(Span<byte> to, ulong value)
    {
        var length = 0;
        for (; value >= 0x80; value >>= 7)
        {
            to[length++] = (byte)(value | 0x80);
        }

        to[length++] = (byte)value;
        return length;
    }
}
