using System.Buffers.Binary;

namespace Daytwo.Etcd.Bolt;

/// <summary>The sixteen bytes that every page starts with.</summary>
/// <param name="Count">Elements of a branch, a leaf, or a freelist.</param>
/// <param name="Overflow">Pages after the first one that belong to it and have no header of their own.</param>
internal readonly record struct PageHeader(ulong Id, PageType Type, ushort Count, uint Overflow)
{
    public const int Length = 16;

    public static PageHeader Parse(ReadOnlySpan<byte> page) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(page),
        (PageType)BinaryPrimitives.ReadUInt16LittleEndian(page[8..]),
        BinaryPrimitives.ReadUInt16LittleEndian(page[10..]),
        BinaryPrimitives.ReadUInt32LittleEndian(page[12..]));
}
