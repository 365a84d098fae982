using Amazon.S3.Model;

namespace Daytwo.Storage.S3;

/// <summary>
/// Deletes an object for good. In a bucket that keeps versions a plain delete only hides the newest: every version is deleted, oldest first,
/// so that a failure in between never brings an older one back to light.
/// </summary>
internal static class S3Deletion
{
    public static async Task Delete(S3Store store, ObjectKey key, GetObjectMetadataResponse head, CancellationToken ct)
    {
        if (head.VersionId is null or "null")
        {
            await DeleteVersion(store, key, null, ct);
            return;
        }

        foreach (var version in Enumerable.Reverse(await Versions(store, key, ct)))
        {
            await DeleteVersion(store, key, version, ct);
        }
    }

    private static Task<DeleteObjectResponse> DeleteVersion(S3Store store, ObjectKey key, string? version, CancellationToken ct)
    {
        var request = new DeleteObjectRequest { BucketName = store.Settings.Address.Bucket, Key = store.FullKey(key), VersionId = version };
        return store.Call(key, (s3, token) => s3.DeleteObjectAsync(request, token), ct);
    }

    /// <returns>Ids of all versions and delete markers, newest first as S3 lists them.</returns>
    private static async Task<List<string>> Versions(S3Store store, ObjectKey key, CancellationToken ct)
    {
        var request = new ListVersionsRequest { BucketName = store.Settings.Address.Bucket, Prefix = store.FullKey(key) };
        var versions = new List<string>();
        while (true)
        {
            var page = await store.Call(key, (s3, token) => s3.ListVersionsAsync(request, token), ct);
            versions.AddRange((page.Versions ?? []).Where(v => v.Key == request.Prefix).Select(v => v.VersionId));
            if (page.IsTruncated != true)
            {
                return versions;
            }

            request.KeyMarker = page.NextKeyMarker;
            request.VersionIdMarker = page.NextVersionIdMarker;
        }
    }
}
