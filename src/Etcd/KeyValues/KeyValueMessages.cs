using Daytwo.Etcd.Maintenance;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.KeyValues;

/// <summary>The messages of etcd's KV service.</summary>
internal static class KeyValueMessages
{
    public static ProtoWriter Range(RangeRequest range) => new ProtoWriter()
        .Bytes(1, range.Key.Span)
        .Bytes(2, range.RangeEnd.Span)
        .Number(3, range.Limit)
        .Number(4, range.Revision)
        .Flag(7, range.Serializable)
        .Flag(8, range.KeysOnly)
        .Flag(9, range.CountOnly);

    public static ProtoWriter Put(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> value) =>
        new ProtoWriter().Bytes(1, key.Span).Bytes(2, value.Span);

    public static ProtoWriter Delete(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> rangeEnd) =>
        new ProtoWriter().Bytes(1, key.Span).Bytes(2, rangeEnd.Span);

    public static ProtoWriter Compact(long revision, bool physical) => new ProtoWriter().Number(1, revision).Flag(2, physical);

    public static ProtoWriter Transaction(Transaction transaction)
    {
        var writer = new ProtoWriter();
        foreach (var condition in transaction.If)
        {
            const ulong ModRevision = 2;
            const int ModRevisionField = 6;
            writer.Message(1, new ProtoWriter().Number(2, ModRevision).Bytes(3, condition.Key.Span)
                .Present(ModRevisionField, condition.ModRevision));
        }

        Operations(writer, 2, transaction.Then);
        Operations(writer, 3, transaction.Else);
        return writer;
    }

    public static RangeResult RangeResult(ReadOnlySpan<byte> message)
    {
        var (revision, more, count) = (0L, false, 0L);
        var found = new List<KeyValue>();
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: revision = ResponseHeader.Parse(reader.Bytes()).Revision; break;
                case 2: found.Add(KeyValue(reader.Bytes())); break;
                case 3: more = reader.Bool(); break;
                case 4: count = reader.Int64(); break;
                default: reader.Skip(); break;
            }
        }

        return new RangeResult(revision, found, more, count);
    }

    /// <summary>The answers to put and compact, of which only the header counts.</summary>
    public static WriteResult Written(ReadOnlySpan<byte> message) => Result(message, deletion: false, transaction: false);

    public static WriteResult Deleted(ReadOnlySpan<byte> message) => Result(message, deletion: true, transaction: false);

    public static WriteResult Transacted(ReadOnlySpan<byte> message) => Result(message, deletion: false, transaction: true);

    private static WriteResult Result(ReadOnlySpan<byte> message, bool deletion, bool transaction)
    {
        var result = new WriteResult(0, 0, Succeeded: !transaction);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: result = result with { Revision = ResponseHeader.Parse(reader.Bytes()).Revision }; break;
                case 2 when deletion: result = result with { Deleted = reader.Int64() }; break;
                case 2 when transaction: result = result with { Succeeded = reader.Bool() }; break;
                default: reader.Skip(); break;
            }
        }

        return result;
    }

    private static void Operations(ProtoWriter writer, int field, IReadOnlyList<Operation> operations)
    {
        const int PutField = 2;
        const int DeleteField = 3;
        foreach (var operation in operations)
        {
            writer.Message(field, operation.Value is { } value
                ? new ProtoWriter().Message(PutField, Put(operation.Key, value))
                : new ProtoWriter().Message(DeleteField, Delete(operation.Key, default)));
        }
    }

    private static KeyValue KeyValue(ReadOnlySpan<byte> message)
    {
        var (key, value) = (Array.Empty<byte>(), Array.Empty<byte>());
        var (created, modified, version, lease) = (0L, 0L, 0L, 0L);
        var reader = new ProtoReader(message);
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1: key = reader.Bytes().ToArray(); break;
                case 2: created = reader.Int64(); break;
                case 3: modified = reader.Int64(); break;
                case 4: version = reader.Int64(); break;
                case 5: value = reader.Bytes().ToArray(); break;
                case 6: lease = reader.Int64(); break;
                default: reader.Skip(); break;
            }
        }

        return new KeyValue(key, value, created, modified, version, lease);
    }
}
