namespace Daytwo.Cel.Values;

internal sealed class BytesHandle(byte[] bytes) : ValueHandle(CelKind.Bytes)
{
    public byte[] Bytes { get; } = bytes;
}
