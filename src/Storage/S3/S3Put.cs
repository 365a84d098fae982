using Amazon.S3.Model;

namespace Daytwo.Storage.S3;

/// <summary>Writes an object in one request.</summary>
internal sealed class S3Put(S3Store store, ObjectKey key, PutOptions options)
{
    public async Task Send(PartBuffer bytes, CancellationToken ct)
    {
        try
        {
            await Send(bytes, options.OnlyIfAbsent ? "*" : null, ct);
        }
        catch (StoreException e) when (options.OnlyIfAbsent && S3Conditions.AreUnsupported(e))
        {
            await S3Conditions.CheckAbsent(store, key, ct);
            await Send(bytes, ifNoneMatch: null, ct);
        }
    }

    private Task<PutObjectResponse> Send(PartBuffer bytes, string? ifNoneMatch, CancellationToken ct)
    {
        var (encryption, keyId) = S3Upload.Encryption(store.Settings);
        var request = new PutObjectRequest
        {
            BucketName = store.Settings.Address.Bucket,
            Key = store.FullKey(key),
            ContentType = options.ContentType,
            ServerSideEncryptionMethod = encryption,
            ServerSideEncryptionKeyManagementServiceKeyId = keyId,
            IfNoneMatch = ifNoneMatch,
            UseChunkEncoding = false,
            DisablePayloadSigning = S3Upload.TrustsTls(store.Settings),
            AutoCloseStream = false,
        };
        if (options.Lock is { } retention)
        {
            request.ObjectLockMode = S3Upload.Mode(retention);
            request.ObjectLockRetainUntilDate = retention.Until.UtcDateTime;
            request.ChecksumSHA256 = bytes.Sha256();
        }

        return store.Call(
            key,
            async (s3, token) =>
            {
                using var content = new PartStream(bytes);
                request.InputStream = content;
                return await s3.PutObjectAsync(request, token);
            },
            ct);
    }
}
