using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Maintenance;

/// <summary>What every answer of etcd starts with.</summary>
internal readonly record struct ResponseHeader(ulong ClusterId, ulong MemberId, long Revision)
{
    public static ResponseHeader Parse(ReadOnlySpan<byte> message)
    {
        var header = default(ResponseHeader);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: header = header with { ClusterId = reader.Varint() }; break;
                case 2: header = header with { MemberId = reader.Varint() }; break;
                case 3: header = header with { Revision = reader.Int64() }; break;
                default: reader.Skip(); break;
            }
        }

        return header;
    }
}
