using Daytwo.Storage;

namespace Daytwo.Cluster.Tests.Storage;

/// <summary>Whole objects at once, for tests.</summary>
internal static class StoreActions
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<StoredObject> Put(this IObjectStore store, string key, byte[] bytes, PutOptions? options = null)
    {
        await using var writer = await store.Create(ObjectKey.Of(key), options ?? PutOptions.Default, Ct);
        for (var at = 0; at < bytes.Length; at += 100_000)
        {
            await writer.Write(bytes.AsMemory(at, Math.Min(100_000, bytes.Length - at)), Ct);
        }

        return await writer.Complete(Ct);
    }

    public static async Task<byte[]> Get(this IObjectStore store, string key, ByteRange? range = null)
    {
        await using var stream = await store.OpenRead(ObjectKey.Of(key), range, Ct);
        var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, Ct);
        return bytes.ToArray();
    }

    public static async Task<List<T>> ToList<T>(this IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items.WithCancellation(Ct))
        {
            list.Add(item);
        }

        return list;
    }

    public static async Task<StoreFailure> Failure(Func<Task> attempt) => (await Assert.ThrowsAsync<StoreException>(attempt)).Failure;
}
