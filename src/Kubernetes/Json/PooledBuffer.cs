using System.Buffers;

namespace Daytwo.Kubernetes.Json;

/// <summary>Bytes in memory borrowed from the shared pool, growing as they are written.</summary>
/// <remarks>Disposing returns the memory: nothing may use it afterwards. A buffer that is never disposed is left to the collector, which is always safe.</remarks>
internal sealed class PooledBuffer(int sizeHint = 4096) : IBufferWriter<byte>, IDisposable
{
    private byte[] _memory = ArrayPool<byte>.Shared.Rent(sizeHint);
    private int _written;

    public ReadOnlyMemory<byte> Written => _memory.AsMemory(0, _written);

    public void Advance(int count) => _written += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _memory.AsMemory(_written);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Ensure(sizeHint);
        return _memory.AsSpan(_written);
    }

    /// <summary>Reads the stream to its end.</summary>
    /// <returns>False when it holds more than <paramref name="limit"/> bytes; so many are then written.</returns>
    public async ValueTask<bool> Fill(Stream stream, int limit, CancellationToken ct)
    {
        while (_written < limit)
        {
            var room = GetMemory(1);
            var read = await stream.ReadAsync(room[..Math.Min(room.Length, limit - _written)], ct).ConfigureAwait(false);
            if (read == 0)
            {
                return true;
            }

            _written += read;
        }

        return false;
    }

    public void Dispose()
    {
        var memory = _memory;
        (_memory, _written) = ([], 0);
        if (memory.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(memory);
        }
    }

    private void Ensure(int sizeHint)
    {
        if (_memory.Length - _written >= Math.Max(sizeHint, 1))
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_memory.Length * 2, _written + Math.Max(sizeHint, 1)));
        _memory.AsSpan(0, _written).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_memory);
        _memory = larger;
    }
}
