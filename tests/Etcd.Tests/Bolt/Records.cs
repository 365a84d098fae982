using System.Buffers.Binary;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Tests.Bolt;

/// <summary>Entries of etcd's buckets.</summary>
internal static class Records
{
    public static (byte[] Key, byte[] Value) Put(long revision, string key, int valueLength = 10, long sub = 0) =>
        (Revision(revision, sub), Value(key, revision, valueLength));

    public static (byte[] Key, byte[] Value) Delete(long revision, string key, long sub = 0) =>
        ([.. Revision(revision, sub), (byte)'t'], Value(key, 0, 0));

    public static byte[] Revision(long main, long sub = 0)
    {
        var bytes = new byte[17];
        BinaryPrimitives.WriteInt64BigEndian(bytes, main);
        bytes[8] = (byte)'_';
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(9), sub);
        return bytes;
    }

    /// <summary>The bucket <c>meta</c> as etcd 3.6 fills it.</summary>
    public static (byte[] Key, byte[] Value)[] Meta(long? compacted = null)
    {
        var entries = new List<(byte[], byte[])> { ("consistent_index"u8.ToArray(), [0, 0, 0, 0, 0, 0, 0, 42]) };
        if (compacted is { } revision)
        {
            entries.Add(("finishedCompactRev"u8.ToArray(), Revision(revision)));
        }

        entries.Add(("storageVersion"u8.ToArray(), "3.6.0"u8.ToArray()));
        entries.Add(("term"u8.ToArray(), [0, 0, 0, 0, 0, 0, 0, 3]));
        return [.. entries];
    }

    private static byte[] Value(string key, long revision, int length) => new ProtoWriter()
        .Text(1, key).Number(2, revision).Number(3, revision).Number(4, 1L).Bytes(5, Enumerable.Repeat((byte)'v', length).ToArray())
        .Written.ToArray();
}
