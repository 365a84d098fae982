using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Snapshots;

/// <summary>What a stream's first message tells of the whole.</summary>
/// <param name="ContentBytes">Bytes of the database, without the digest that follows.</param>
/// <param name="StorageVersion">Empty before etcd 3.6.</param>
internal readonly record struct SnapshotFirstMessage(long ContentBytes, string StorageVersion)
{
    public static SnapshotFirstMessage Parse(ReadOnlySpan<byte> message)
    {
        var (remaining, here, version) = (0UL, 0, "");
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case SnapshotMessages.RemainingField: remaining = reader.Varint(); break;
                case SnapshotMessages.BlobField: here = reader.Bytes().Length; break;
                case SnapshotMessages.VersionField: version = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return remaining <= long.MaxValue - int.MaxValue
            ? new SnapshotFirstMessage((long)remaining + here, version)
            : throw new MalformedMessageException($"{remaining} remaining bytes");
    }
}
