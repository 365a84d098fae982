namespace Daytwo.Storage.S3;

/// <summary>For servers that know no conditional writes.</summary>
internal static class S3Conditions
{
    public static bool AreUnsupported(StoreException e) =>
        e.InnerException is Amazon.S3.AmazonS3Exception { ErrorCode: "NotImplemented" } or Amazon.S3.AmazonS3Exception { StatusCode: System.Net.HttpStatusCode.NotImplemented };

    /// <exception cref="StoreException"><see cref="StoreFailure.Exists"/>.</exception>
    public static async Task CheckAbsent(S3Store store, ObjectKey key, CancellationToken ct)
    {
        if (await store.Find(key, ct) is not null)
        {
            throw new StoreException(StoreFailure.Exists, $"{store.FullKey(key)} in {store.Address} exists already.");
        }
    }
}
