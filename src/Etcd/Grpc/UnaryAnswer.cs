using System.Buffers;
using System.Buffers.Binary;
using Daytwo.Etcd.Protobuf;

namespace Daytwo.Etcd.Grpc;

/// <summary>Reads an answer of one message, whole, into a pooled buffer, then the trailers.</summary>
internal sealed class UnaryAnswer(Uri endpoint, int maxMessageBytes) : IDisposable
{
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(4096);
    private int _filled;

    public async ValueTask<T> Read<T>(HttpResponseMessage response, MessageParser<T> parse, CancellationToken ct)
    {
        var body = await response.Content.ReadAsStreamAsync(ct).ConfigureAwait(false);
        await using (body.ConfigureAwait(false))
        {
            await Fill(body, ct).ConfigureAwait(false);
        }

        var outcome = GrpcOutcome.FromTrailers(response.TrailingHeaders);
        return outcome.Status == GrpcStatus.Ok ? Parse(parse) : throw GrpcFailures.Answered(endpoint, outcome);
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private async ValueTask Fill(Stream body, CancellationToken ct)
    {
        while (await body.ReadAsync(_buffer.AsMemory(_filled), ct).ConfigureAwait(false) is > 0 and var read)
        {
            _filled += read;
            if (_filled - GrpcFrame.PrefixLength > maxMessageBytes)
            {
                throw GrpcFailures.Protocol(endpoint, $"the answer is larger than the {maxMessageBytes} bytes allowed", GrpcStatus.ResourceExhausted);
            }

            if (_filled == _buffer.Length)
            {
                Grow();
            }
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _filled).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    private T Parse<T>(MessageParser<T> parse)
    {
        var framed = _buffer.AsSpan(0, _filled);
        if (framed.Length < GrpcFrame.PrefixLength || framed[0] != 0
            || BinaryPrimitives.ReadUInt32BigEndian(framed[1..]) != framed.Length - GrpcFrame.PrefixLength)
        {
            throw GrpcFailures.Protocol(endpoint, $"the answer of {framed.Length} bytes is not one uncompressed gRPC message");
        }

        try
        {
            return parse(framed[GrpcFrame.PrefixLength..]);
        }
        catch (MalformedMessageException e)
        {
            throw GrpcFailures.Protocol(endpoint, $"the answer cannot be read: {e.Message}", inner: e);
        }
    }
}
