using System.Buffers.Binary;
using Daytwo.Etcd.Grpc;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Snapshots;

/// <summary>
/// Finds the blobs in the framed messages of a snapshot, without copying and wherever the bytes were cut: a frame, a
/// field or a blob may span any number of reads.
/// </summary>
internal sealed class SnapshotMessages
{
    public const int RemainingField = 2;
    public const int BlobField = 3;
    public const int VersionField = 4;

    /// <summary>Fields other than the blob are small; etcd sends a number and a version.</summary>
    private const int MostOtherBytes = 64 << 10;

    private long _messageLeft;
    private long _blobLeft;

    /// <summary>True between two messages, the only place where a stream may end.</summary>
    public bool BetweenMessages => _messageLeft == 0 && _blobLeft == 0;

    /// <summary>Takes bytes up to the end of the next piece of a blob. False: all usable bytes are consumed, more are needed.</summary>
    /// <exception cref="MalformedMessageException">The bytes are no snapshot messages.</exception>
    public bool TryTake(ReadOnlySpan<byte> input, out int consumed, out Range piece)
    {
        consumed = 0;
        piece = default;
        while (true)
        {
            var rest = input[consumed..];
            if (_blobLeft > 0)
            {
                var length = (int)Math.Min(_blobLeft, rest.Length);
                piece = consumed..(consumed + length);
                consumed += length;
                _blobLeft -= length;
                _messageLeft -= length;
                return length > 0;
            }

            if (!(_messageLeft == 0 ? TryPrefix(rest, out var used) : TryField(rest, out used)))
            {
                return false;
            }

            consumed += used;
        }
    }

    /// <summary>The length of the message whose prefix starts here; null while the prefix is not complete.</summary>
    public static long? MessageLength(ReadOnlySpan<byte> prefix)
    {
        if (prefix.Length < GrpcFrame.PrefixLength)
        {
            return null;
        }

        return prefix[0] == 0
            ? BinaryPrimitives.ReadUInt32BigEndian(prefix[1..])
            : throw new MalformedMessageException($"a message is marked as compressed ({prefix[0]}), which was not asked for");
    }

    private bool TryPrefix(ReadOnlySpan<byte> rest, out int used)
    {
        used = GrpcFrame.PrefixLength;
        if (MessageLength(rest) is not { } length)
        {
            return false;
        }

        _messageLeft = length;
        return true;
    }

    private bool TryField(ReadOnlySpan<byte> rest, out int used)
    {
        // Within the message only, so that a number cut short by the message's end is seen as such.
        var whole = rest.Length >= _messageLeft;
        var field = whole ? rest[..(int)_messageLeft] : rest;
        used = 0;
        if (!Varint.TryRead(field, out var tag, out var tagLength))
        {
            return Incomplete(field, whole);
        }

        var type = (WireType)(tag & 7);
        if (type is WireType.Fixed32 or WireType.Fixed64)
        {
            return TrySkip(tagLength + (type == WireType.Fixed32 ? 4 : 8), field.Length, out used);
        }

        if (type is not (WireType.Varint or WireType.LengthDelimited))
        {
            throw new MalformedMessageException($"unknown wire type {(int)type}");
        }

        if (!Varint.TryRead(field[tagLength..], out var value, out var valueLength))
        {
            return Incomplete(field[tagLength..], whole);
        }

        var header = tagLength + valueLength;
        return type == WireType.Varint ? TrySkip(header, field.Length, out used) : TryBytes(tag >> 3, value, header, field.Length, out used);
    }

    private bool TryBytes(ulong number, ulong length, int header, int available, out int used)
    {
        if (length > (ulong)(_messageLeft - header))
        {
            throw new MalformedMessageException($"field {number} of {length} bytes is longer than its message");
        }

        if (number != BlobField)
        {
            return length <= MostOtherBytes
                ? TrySkip(header + (int)length, available, out used)
                : throw new MalformedMessageException($"field {number} of {length} bytes");
        }

        used = header;
        _messageLeft -= header;
        _blobLeft = (long)length;
        return true;
    }

    private bool TrySkip(int length, int available, out int used)
    {
        used = length;
        if (length > _messageLeft)
        {
            throw new MalformedMessageException("a field is longer than its message");
        }

        if (length > available)
        {
            return false;
        }

        _messageLeft -= length;
        return true;
    }

    private static bool Incomplete(ReadOnlySpan<byte> number, bool whole) => whole || number.Length >= Varint.MaxLength
        ? throw new MalformedMessageException("a number is cut short or longer than ten bytes")
        : false;
}
