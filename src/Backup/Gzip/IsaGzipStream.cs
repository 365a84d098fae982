namespace Daytwo.Backup.Gzip;

/// <summary>Compresses what is written to it into another stream, which stays open. <see cref="Complete"/> writes what is still held and the end.</summary>
internal sealed class IsaGzipStream(Stream output) : WriteOnlyStream
{
    private const int BufferSize = 64 * 1024;

    private readonly IsaDeflate deflate = new();
    private readonly byte[] compressed = new byte[BufferSize];
    private int held;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            buffer = buffer[Compress(buffer.Span, last: false)..];
            if (held == BufferSize)
            {
                await PassOn(cancellationToken);
            }
        }
    }

    public async ValueTask Complete(CancellationToken ct)
    {
        bool full;
        do
        {
            _ = Compress([], last: true);
            full = held == BufferSize;
            await PassOn(ct);
        }
        while (full);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            deflate.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Compress(ReadOnlySpan<byte> input, bool last)
    {
        var (taken, given) = deflate.Compress(input, compressed.AsSpan(held), last);
        held += given;
        return taken;
    }

    private async ValueTask PassOn(CancellationToken ct)
    {
        var count = held;
        held = 0;
        await output.WriteAsync(compressed.AsMemory(0, count), ct);
    }
}
