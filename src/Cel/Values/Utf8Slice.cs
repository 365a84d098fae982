namespace Daytwo.Cel.Values;

/// <summary>Where a string is in its <see cref="Utf8Buffer"/>, packed into 64 bits: offset (30 bits), length (31 bits), and whether it is known to be ASCII.</summary>
internal static class Utf8Slice
{
    private const long AsciiFlag = 1L << 62;

    /// <summary>The longest buffer whose slices can be packed: 1 GiB.</summary>
    public const int LongestBuffer = 1 << 30;

    public static long Pack(int offset, int length, bool ascii) => (ascii ? AsciiFlag : 0) | ((long)offset << 32) | (uint)length;

    public static int Offset(long bits) => (int)(bits >> 32) & 0x3fffffff;

    public static int Length(long bits) => (int)bits;

    public static bool IsAscii(long bits) => (bits & AsciiFlag) != 0;
}
