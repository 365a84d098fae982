using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;

namespace Daytwo.Storage.S3;

/// <summary>Objects in a folder of an S3 bucket.</summary>
internal sealed class S3Store : IObjectStore
{
    private readonly S3Settings settings;
    private readonly TimeProvider time;
    private readonly S3HttpClients http;
    private readonly SemaphoreSlim creating = new(1);
    private AmazonS3Client? client;

    public S3Store(S3Settings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        http = new S3HttpClients(settings);
        Address = settings.Endpoint is { } endpoint ? $"{settings.Address} at {endpoint.GetLeftPart(UriPartial.Authority)}" : settings.Address.ToString();
    }

    public string Address { get; }

    internal S3Settings Settings => settings;

    internal TimeProvider Time => time;

    public ValueTask<ObjectWriter> Create(ObjectKey key, PutOptions options, CancellationToken ct) =>
        ValueTask.FromResult<ObjectWriter>(new S3ObjectWriter(this, key, options));

    public async ValueTask<StoredObject?> Find(ObjectKey key, CancellationToken ct) =>
        await Head(key, ct) is { } head ? new StoredObject(key, head.ContentLength, Utc(head.LastModified)) : null;

    public async ValueTask<Stream> OpenRead(ObjectKey key, ByteRange? range, CancellationToken ct)
    {
        var stream = new S3ObjectStream(this, key, range);
        try
        {
            await stream.Open(ct);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    public async IAsyncEnumerable<StoredObject> List(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = settings.Address.Bucket, Prefix = FullPrefix + prefix };
        do
        {
            var page = await Call(null, (s3, token) => s3.ListObjectsV2Async(request, token), ct);
            foreach (var found in page.S3Objects ?? [])
            {
                if (TryRelative(found.Key, out var key))
                {
                    yield return new StoredObject(key, found.Size ?? 0, Utc(found.LastModified));
                }
            }

            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
    }

    public async ValueTask Delete(ObjectKey key, CancellationToken ct)
    {
        if (await Head(key, ct) is not { } head)
        {
            return;
        }

        try
        {
            await S3Deletion.Delete(this, key, head, ct);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.Denied && head.ObjectLockRetainUntilDate is { } until && Utc(until) > time.GetUtcNow())
        {
            throw new StoreException(StoreFailure.Locked, $"{FullKey(key)} in {Address} is locked until {Utc(until):u}.", e);
        }
    }

    public async IAsyncEnumerable<UnfinishedWrite> ListUnfinished([EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListMultipartUploadsRequest { BucketName = settings.Address.Bucket, Prefix = FullPrefix };
        while (true)
        {
            var page = await Call(null, (s3, token) => s3.ListMultipartUploadsAsync(request, token), ct);
            foreach (var upload in page.MultipartUploads ?? [])
            {
                if (TryRelative(upload.Key, out var key))
                {
                    yield return new UnfinishedWrite(key, upload.UploadId, Utc(upload.Initiated));
                }
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            request.KeyMarker = page.NextKeyMarker;
            request.UploadIdMarker = page.NextUploadIdMarker;
        }
    }

    public async ValueTask Abort(UnfinishedWrite write, CancellationToken ct)
    {
        var request = new AbortMultipartUploadRequest { BucketName = settings.Address.Bucket, Key = FullKey(write.Key), UploadId = write.Token };
        try
        {
            await Call(write.Key, (s3, token) => s3.AbortMultipartUploadAsync(request, token), ct);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.NotFound)
        {
            // Completed or aborted meanwhile.
        }
    }

    public ValueTask DisposeAsync()
    {
        client?.Dispose();
        http.Dispose();
        creating.Dispose();
        return ValueTask.CompletedTask;
    }

    internal string FullKey(ObjectKey key) => FullPrefix + key.Value;

    /// <summary>Sends one request and gives its failures this layer's shape; the caller's cancellation passes as it is.</summary>
    internal async Task<T> Call<T>(ObjectKey? key, Func<AmazonS3Client, CancellationToken, Task<T>> request, CancellationToken ct)
    {
        try
        {
            return await request(await Client(ct), ct);
        }
        catch (Exception e) when (e is not (StoreException or ArgumentException) && !(e is OperationCanceledException && ct.IsCancellationRequested))
        {
            ct.ThrowIfCancellationRequested();
            throw S3Failures.Describe(e, Address, key is { } k ? FullKey(k) : null);
        }
    }

    internal static DateTimeOffset Utc(DateTime? time) => time is { } t ? new DateTimeOffset(t.ToUniversalTime()) : default;

    private string FullPrefix => settings.Address.Prefix.Length == 0 ? "" : settings.Address.Prefix + "/";

    private bool TryRelative(string fullKey, out ObjectKey key)
    {
        key = default;
        return fullKey.StartsWith(FullPrefix, StringComparison.Ordinal) && ObjectKey.TryParse(fullKey[FullPrefix.Length..], out key);
    }

    private async ValueTask<GetObjectMetadataResponse?> Head(ObjectKey key, CancellationToken ct)
    {
        var request = new GetObjectMetadataRequest { BucketName = settings.Address.Bucket, Key = FullKey(key) };
        try
        {
            return await Call(key, (s3, token) => s3.GetObjectMetadataAsync(request, token), ct);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.NotFound)
        {
            return null;
        }
    }

    private async ValueTask<AmazonS3Client> Client(CancellationToken ct)
    {
        if (client is { } ready)
        {
            return ready;
        }

        await creating.WaitAsync(ct);
        try
        {
            return client ??= await S3Client.Create(settings, http, ct);
        }
        finally
        {
            creating.Release();
        }
    }
}
