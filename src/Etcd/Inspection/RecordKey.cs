using System.Buffers.Binary;

namespace Daytwo.Etcd.Inspection;

/// <summary>
/// The key of a record in etcd's <c>key</c> bucket: the revision, big-endian, as <c>MAIN_SUB</c>, with a final
/// <c>t</c> when the record is a deletion.
/// </summary>
/// <param name="Main">The revision of the transaction.</param>
/// <param name="Sub">The record's place in it.</param>
internal readonly record struct RecordKey(long Main, long Sub, bool IsTombstone)
{
    public const int Length = 17;
    private const int MarkedLength = Length + 1;

    public static bool TryParse(ReadOnlySpan<byte> key, out RecordKey record)
    {
        record = default;
        if (key.Length is not (Length or MarkedLength) || key[8] != (byte)'_')
        {
            return false;
        }

        var (main, sub) = (BinaryPrimitives.ReadInt64BigEndian(key), BinaryPrimitives.ReadInt64BigEndian(key[9..]));
        record = new RecordKey(main, sub, key.Length == MarkedLength && key[^1] == (byte)'t');
        return main >= 0 && sub >= 0;
    }
}
