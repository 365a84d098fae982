namespace Daytwo.Profile.Trace;

/// <summary>A type as the runtime's events describe it.</summary>
/// <param name="Module">The module that defines it.</param>
/// <param name="Token">Its definition there.</param>
/// <param name="Element">What kind of type, in the numbers of signatures.</param>
/// <param name="Rank">Of an array, its number of dimensions; 0 where that is not told.</param>
/// <param name="IsArray">Whether it is an array.</param>
/// <param name="Arguments">Type arguments, or the element.</param>
internal sealed record RuntimeType(ulong Module, int Token, int Element, int Rank, bool IsArray, ulong[] Arguments)
{
    private const int ArrayFlag = 8;

    public static RuntimeType Read(ref Payload reader)
    {
        var (module, token, flags, element) = (reader.UInt64(), reader.Int32(), reader.Int32(), reader.Byte());
        reader.Text();
        return new RuntimeType(module, token, element, (flags >> 8) & 0x3f, (flags & ArrayFlag) != 0, reader.UInt64s(reader.Int32()));
    }
}
