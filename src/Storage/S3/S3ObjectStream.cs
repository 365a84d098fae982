using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace Daytwo.Storage.S3;

/// <summary>
/// An object being read. When the connection breaks or stalls, it goes on where it was, from the same version of the object, as often as the
/// store's settings allow.
/// </summary>
internal sealed class S3ObjectStream(S3Store store, ObjectKey key, ByteRange? range) : ReadOnlyStream
{
    private long position = range?.Offset ?? 0;
    private long end = range is { } r ? r.Offset + Math.Min(r.Length, long.MaxValue - r.Offset) : long.MaxValue;
    private string? etag;
    private GetObjectResponse? response;
    private int resumptions;

    public async Task Open(CancellationToken ct)
    {
        try
        {
            // Always a range, even the whole: without one the SDK takes the entity tag for an MD5, which other servers do not promise.
            await Open(new Amazon.S3.Model.ByteRange(end == long.MaxValue ? $"bytes={position}-" : $"bytes={position}-{end - 1}"), ct);
        }
        catch (StoreException e) when (position == 0 && e.InnerException is AmazonS3Exception { StatusCode: HttpStatusCode.RequestedRangeNotSatisfiable })
        {
            // An empty object has no ranges.
            await Open(range: null, ct);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (position < end && !buffer.IsEmpty)
        {
            try
            {
                var count = await ReadSome(buffer, cancellationToken);
                if (count > 0)
                {
                    position += count;
                    return count;
                }

                throw new EndOfStreamException($"the answer ended {end - position} bytes early");
            }
            catch (Exception e) when (e is IOException or HttpRequestException or OperationCanceledException)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Resume(e, cancellationToken);
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            response?.Dispose();
        }

        base.Dispose(disposing);
    }

    private async Task Open(Amazon.S3.Model.ByteRange? range, CancellationToken ct)
    {
        var request = new GetObjectRequest { BucketName = store.Settings.Address.Bucket, Key = store.FullKey(key), EtagToMatch = etag, ByteRange = range };
        response = await store.Call(key, (s3, token) => s3.GetObjectAsync(request, token), ct);
        etag = response.ETag;
        end = Math.Min(end, position + response.ContentLength);
    }

    private async ValueTask<int> ReadSome(Memory<byte> buffer, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(store.Settings.RequestTimeout);
        return await response!.ResponseStream.ReadAsync(buffer[..(int)Math.Min(buffer.Length, end - position)], limit.Token);
    }

    private async Task Resume(Exception failure, CancellationToken ct)
    {
        response?.Dispose();
        response = null;
        if (resumptions++ >= store.Settings.Retries)
        {
            throw S3Failures.Describe(failure, store.Address, store.FullKey(key));
        }

        await Task.Delay(TimeSpan.FromMilliseconds(100 << Math.Min(resumptions, 6)), store.Time, ct);
        await Open(ct);
    }
}
