using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Inspection;

/// <summary>The value of a record: a KeyValue message. Only the user's key matters here; the rest is checked to be one.</summary>
internal static class RecordValue
{
    /// <exception cref="MalformedMessageException">The value is no such message.</exception>
    public static ReadOnlySpan<byte> Key(ReadOnlySpan<byte> value)
    {
        ReadOnlySpan<byte> key = default;
        var reader = new ProtoReader(value);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Bytes(); break;
                case 2 or 3 or 4 or 6: reader.Varint(); break;
                case 5: reader.Bytes(); break;
                default: reader.Skip(); break;
            }
        }

        return key;
    }
}
