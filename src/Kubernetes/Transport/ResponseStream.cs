namespace Daytwo.Kubernetes.Transport;

/// <summary>A body on its way: bounds its arrival in time, and tells a broken connection as what it means.</summary>
internal sealed class ResponseStream(Stream inner, Uri server, Deadline deadline) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            if (!cancellationToken.CanBeCanceled || cancellationToken == deadline.Callers)
            {
                return await inner.ReadAsync(buffer, deadline.Token).ConfigureAwait(false);
            }

            using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
            return await inner.ReadAsync(buffer, both.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (ConnectionFailure.IsOne(e, cancellationToken) && ConnectionFailure.IsOne(e, deadline.Callers))
        {
            throw new ApiUnreachableException($"the answer of {server} broke off: {ConnectionFailure.Cause(e)}", e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("bodies are read asynchronously");

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
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
