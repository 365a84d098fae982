using System.IO.Pipelines;

namespace Daytwo.Embedded.Watching;

/// <summary>The endless body of a watch. Disposing it ends the watch; a reader that falls too far behind is cut off.</summary>
internal sealed class WatchStream : Stream
{
    private const long LargestBacklog = 256L * 1024 * 1024;
    private readonly Pipe pipe = new(new PipeOptions(pauseWriterThreshold: LargestBacklog, resumeWriterThreshold: LargestBacklog / 2, useSynchronizationContext: false));
    private readonly Stream reader;
    private readonly Action<WatchStream> disposed;

    public WatchStream(Action<WatchStream> disposed)
    {
        this.disposed = disposed;
        reader = pipe.Reader.AsStream();
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Hands bytes to the reader without waiting; false when it is too far behind.</summary>
    public bool Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(pipe.Writer.GetSpan(bytes.Length));
        pipe.Writer.Advance(bytes.Length);
        var flushed = pipe.Writer.FlushAsync();
        return flushed.IsCompleted;
    }

    /// <summary>Ends the body after what was appended.</summary>
    public void End() => pipe.Writer.Complete();

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => reader.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        reader.ReadAsync(buffer, offset, count, cancellationToken);

    public override int Read(byte[] buffer, int offset, int count) => reader.Read(buffer, offset, count);

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            disposed(this);
            reader.Dispose();
        }

        base.Dispose(disposing);
    }
}
