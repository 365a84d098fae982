using System.Buffers;
using System.Runtime.CompilerServices;
using Daytwo.Etcd.Grpc;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Snapshots;

/// <summary>
/// A snapshot as one member sends it: the bytes of the file that <c>etcdctl snapshot save</c> would write, etcd's
/// digest at the end included and checked.
/// </summary>
/// <remarks>
/// The end is reported only after the length, the digest and etcd's final status were found right; until then the
/// bytes are unproven. One reader at a time. etcd keeps old pages while a snapshot is read: read it at full speed.
/// </remarks>
public sealed class SnapshotStream : IAsyncDisposable
{
    private const int BufferBytes = 256 << 10;

    private readonly GrpcStream _answer;
    private readonly SnapshotMessages _messages = new();
    private readonly SnapshotDigest _digest = new();
    private readonly SnapshotObserver _observer = new();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _start;
    private int _end;

    private SnapshotStream(GrpcStream answer) => _answer = answer;

    public Uri Endpoint => _answer.Endpoint;

    /// <summary>The format version of the database, <c>3.6.0</c>; empty before etcd 3.6. A restore needs this etcd minor or a newer one.</summary>
    public string StorageVersion { get; private set; } = "";

    /// <summary>Bytes of the whole file, as announced with the first message.</summary>
    public long FileBytes { get; private set; }

    public long ReceivedBytes => _digest.Bytes;

    public long RemainingBytes => Math.Max(0, FileBytes - ReceivedBytes);

    /// <summary>Null until the end was reached and proven.</summary>
    public SnapshotDigests? Digests { get; private set; }

    /// <summary>
    /// The revision of the snapshot, as <see cref="SnapshotObserver"/> saw it; null until the end was reached, or when
    /// the bytes are no database.
    /// </summary>
    public long? Revision => Digests is null ? null : _observer.Revision;

    internal static async ValueTask<SnapshotStream> Open(GrpcStream answer, CancellationToken ct)
    {
        var stream = new SnapshotStream(answer);
        try
        {
            await stream.ReadFirstMessage(ct).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>
    /// The next bytes, valid until the next call; empty at the proven end.
    /// </summary>
    /// <exception cref="EtcdException">The connection broke, etcd ended the call with an error, or nothing came for too long.</exception>
    /// <exception cref="SnapshotDamagedException">All bytes came, but they are not what etcd read.</exception>
    public ValueTask<ReadOnlyMemory<byte>> Read(CancellationToken ct) =>
        TryTake(out var piece) ? ValueTask.FromResult(piece) : ReadMore(ct);

    /// <summary>The same bytes as a forward-only stream; disposing it leaves this open.</summary>
    public Stream AsStream() => new SnapshotByteStream(this);

    public async ValueTask DisposeAsync()
    {
        await _answer.DisposeAsync().ConfigureAwait(false);
        _digest.Dispose();
        if (_buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = [];
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadOnlyMemory<byte>> ReadMore(CancellationToken ct)
    {
        while (Digests is null)
        {
            if (!await Fill(ct).ConfigureAwait(false))
            {
                Digests = Conclude();
            }
            else if (TryTake(out var piece))
            {
                return piece;
            }
        }

        return default;
    }

    private bool TryTake(out ReadOnlyMemory<byte> piece)
    {
        var filled = _buffer.AsMemory(_start, _end - _start);
        bool found;
        Range range;
        try
        {
            found = _messages.TryTake(filled.Span, out var consumed, out range);
            _start += consumed;
        }
        catch (MalformedMessageException e)
        {
            throw GrpcFailures.Protocol(Endpoint, $"the snapshot's messages cannot be read: {e.Message}", inner: e);
        }

        piece = found ? filled[range] : default;
        _digest.Append(piece.Span);
        _observer.Append(piece.Span);
        return found;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> Fill(CancellationToken ct)
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var read = await _answer.Read(_buffer.AsMemory(_end), ct).ConfigureAwait(false);
        _end += read;
        return read > 0;
    }

    private async ValueTask ReadFirstMessage(CancellationToken ct)
    {
        while (!TryReadFirstMessage())
        {
            if (!await Fill(ct).ConfigureAwait(false))
            {
                throw GrpcFailures.Protocol(Endpoint, "the snapshot ended before its first message did");
            }
        }
    }

    private bool TryReadFirstMessage()
    {
        try
        {
            if (SnapshotMessages.MessageLength(_buffer.AsSpan(0, _end)) is not { } length)
            {
                return false;
            }

            if (length > _buffer.Length - GrpcFrame.PrefixLength)
            {
                throw GrpcFailures.Protocol(Endpoint, $"the snapshot's first message of {length} bytes is larger than any etcd sends");
            }

            if (_end < length + GrpcFrame.PrefixLength)
            {
                return false;
            }

            var first = SnapshotFirstMessage.Parse(_buffer.AsSpan(GrpcFrame.PrefixLength, (int)length));
            (StorageVersion, FileBytes) = (first.StorageVersion, first.ContentBytes + SnapshotDigest.Length);
            return true;
        }
        catch (MalformedMessageException e)
        {
            throw GrpcFailures.Protocol(Endpoint, $"the snapshot's first message cannot be read: {e.Message}", inner: e);
        }
    }

    private SnapshotDigests Conclude() => _messages.BetweenMessages && _start == _end
        ? _digest.Verify()
        : throw GrpcFailures.Protocol(Endpoint, "the snapshot ended within a message");
}
