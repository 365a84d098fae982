namespace Daytwo.Storage;

/// <summary>Part of an object.</summary>
/// <param name="Offset">First byte, from 0.</param>
/// <param name="Length">Number of bytes, at least 1; fewer come when the object ends before.</param>
public readonly record struct ByteRange(long Offset, long Length);
