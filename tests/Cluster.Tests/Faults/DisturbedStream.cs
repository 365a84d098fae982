using Daytwo.Storage;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Bytes on their way through a <see cref="FaultProxy"/>, with what a <see cref="Fault"/> does to them.</summary>
/// <param name="length">Bytes in all, as far as they are known.</param>
/// <param name="passed">Told how many bytes went on.</param>
internal sealed class DisturbedStream(Stream inner, Fault? fault, long length, Action<int> passed) : ReadOnlyStream
{
    private const int Piece = 16 * 1024;

    private readonly long flipped = fault switch { Fault.FlipSent sent => sent.Position, Fault.FlipReceived received => received.Position, _ => -1 };
    private long position;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer[..Math.Min(buffer.Length, Piece)], cancellationToken);
        switch (fault)
        {
            case Fault.Reset reset when position + count > reset.AfterBytes:
                throw new IOException("reset by the test");
            case Fault.Slow slow:
                await Task.Delay(TimeSpan.FromSeconds((double)count / slow.BytesPerSecond), cancellationToken);
                break;
            case Fault.HaltRequest halt when position + count > length / 2:
                await halt.At.Stand(cancellationToken);
                break;
        }

        if (flipped >= position && flipped < position + count)
        {
            buffer.Span[(int)(flipped - position)] ^= 1;
        }

        position += count;
        passed(count);
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
