using Amazon.S3;
using Amazon.S3.Model;

namespace Daytwo.Storage.S3;

/// <summary>One multipart upload. Its parts become an object at once, on completion.</summary>
internal sealed class S3Multipart
{
    private readonly S3Store store;
    private readonly ObjectKey key;
    private readonly PutOptions options;
    private readonly string uploadId;
    private readonly List<PartETag> parts = [];

    private S3Multipart(S3Store store, ObjectKey key, PutOptions options, string uploadId)
    {
        this.store = store;
        this.key = key;
        this.options = options;
        this.uploadId = uploadId;
    }

    public int PartsSent { get; private set; }

    public static async Task<S3Multipart> Begin(S3Store store, ObjectKey key, PutOptions options, CancellationToken ct)
    {
        var (encryption, keyId) = S3Upload.Encryption(store.Settings);
        var request = new InitiateMultipartUploadRequest
        {
            BucketName = store.Settings.Address.Bucket,
            Key = store.FullKey(key),
            ContentType = options.ContentType,
            ServerSideEncryptionMethod = encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = keyId,
        };
        if (options.Lock is { } retention)
        {
            request.ObjectLockMode = S3Upload.Mode(retention);
            request.ObjectLockRetainUntilDate = retention.Until.UtcDateTime;
            request.ChecksumAlgorithm = ChecksumAlgorithm.SHA256;
        }

        var answer = await store.Call(key, (s3, token) => s3.InitiateMultipartUploadAsync(request, token), ct);
        return new S3Multipart(store, key, options, answer.UploadId);
    }

    /// <summary>Sends the next part. The part must stay as it is until the task has ended.</summary>
    public async Task Send(PartBuffer part, CancellationToken ct)
    {
        var number = ++PartsSent;
        if (number > PartSizes.MaxParts)
        {
            throw new StoreException(StoreFailure.Full, $"{store.FullKey(key)} in {store.Address} needs more than {PartSizes.MaxParts} parts; it was announced too small.");
        }

        var checksum = options.Lock is null ? null : part.Sha256();
        var answer = await store.Call(
            key,
            async (s3, token) =>
            {
                using var content = new PartStream(part);
                return await s3.UploadPartAsync(Request(number, content, checksum), token);
            },
            ct);
        parts.Add(new PartETag(number, answer.ETag) { ChecksumSHA256 = checksum });
    }

    /// <exception cref="StoreException"><see cref="StoreFailure.Exists"/> when it had to be absent and is not.</exception>
    public async Task Complete(long size, CancellationToken ct)
    {
        try
        {
            await Complete(options.OnlyIfAbsent ? "*" : null, ct);
        }
        catch (StoreException e) when (options.OnlyIfAbsent && S3Conditions.AreUnsupported(e))
        {
            await S3Conditions.CheckAbsent(store, key, ct);
            await Complete(ifNoneMatch: null, ct);
        }
        catch (StoreException e) when (e.Failure == StoreFailure.NotFound)
        {
            // A first answer may have been lost on the way and the SDK's repetition then finds no upload any more.
            if (await store.Find(key, ct) is not { } found || found.Size != size)
            {
                throw;
            }
        }
    }

    /// <summary>Frees the parts, as far as the store can be reached.</summary>
    public async Task Abort(CancellationToken ct)
    {
        try
        {
            await store.Abort(new UnfinishedWrite(key, uploadId, default), ct);
        }
        catch (Exception e) when (e is StoreException or OperationCanceledException)
        {
            // The upload is found later by ListUnfinished; what led here is the failure to report.
        }
    }

    private UploadPartRequest Request(int number, Stream content, string? checksum) => new()
    {
        BucketName = store.Settings.Address.Bucket,
        Key = store.FullKey(key),
        UploadId = uploadId,
        PartNumber = number,
        InputStream = content,
        PartSize = content.Length,
        UseChunkEncoding = false,
        DisablePayloadSigning = S3Upload.TrustsTls(store.Settings),
        ChecksumSHA256 = checksum,
    };

    private Task<CompleteMultipartUploadResponse> Complete(string? ifNoneMatch, CancellationToken ct)
    {
        var request = new CompleteMultipartUploadRequest
        {
            BucketName = store.Settings.Address.Bucket,
            Key = store.FullKey(key),
            UploadId = uploadId,
            PartETags = [.. parts.OrderBy(p => p.PartNumber)],
            IfNoneMatch = ifNoneMatch,
        };
        return store.Call(key, (s3, token) => s3.CompleteMultipartUploadAsync(request, token), ct);
    }
}
