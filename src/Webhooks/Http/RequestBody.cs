using System.Buffers;
using System.IO.Pipelines;

namespace Daytwo.Webhooks.Http;

/// <summary>A request's body in one piece, in memory borrowed from the shared pool.</summary>
internal sealed class RequestBody : IDisposable
{
    private byte[]? _memory;
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _memory.AsMemory(0, _length);

    /// <summary>Reads a body of known or unknown length to its end.</summary>
    /// <param name="announced">What Content-Length says; null without.</param>
    /// <param name="limit">The most bytes to take.</param>
    /// <returns>Null when the body is larger than the limit.</returns>
    public static async ValueTask<RequestBody?> Read(PipeReader reader, long? announced, int limit)
    {
        if (announced > limit)
        {
            return null;
        }

        var body = new RequestBody { _memory = ArrayPool<byte>.Shared.Rent((int)(announced ?? 16 * 1024)) };
        while (true)
        {
            var result = await reader.ReadAsync().ConfigureAwait(false);
            if (body._length + result.Buffer.Length > limit)
            {
                body.Dispose();
                return null;
            }

            body.Append(result.Buffer);
            reader.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return body;
            }
        }
    }

    public void Dispose()
    {
        if (_memory is { } memory)
        {
            _memory = null;
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    private void Append(in ReadOnlySequence<byte> more)
    {
        var needed = _length + (int)more.Length;
        if (needed > _memory!.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, _memory.Length * 2));
            _memory.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_memory);
            _memory = larger;
        }

        more.CopyTo(_memory.AsSpan(_length));
        _length = needed;
    }
}
