using System.Text;

namespace Daytwo.Storage.Tests;

/// <summary>Whole objects at once, for tests.</summary>
internal static class StoreActions
{
    public static async Task<StoredObject> Put(this IObjectStore store, string key, string text, PutOptions? options = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var writer = await store.Create(ObjectKey.Of(key), options ?? PutOptions.Default, ct);
        await writer.Write(Encoding.UTF8.GetBytes(text), ct);
        return await writer.Complete(ct);
    }

    public static async Task<string> Get(this IObjectStore store, string key, ByteRange? range = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var stream = await store.OpenRead(ObjectKey.Of(key), range, ct);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(ct);
    }

    public static async Task<List<string>> Keys(this IObjectStore store, string prefix = "")
    {
        var keys = new List<string>();
        await foreach (var stored in store.List(prefix, TestContext.Current.CancellationToken))
        {
            keys.Add(stored.Key.Value);
        }

        return keys;
    }

    public static async Task<List<UnfinishedWrite>> Unfinished(this IObjectStore store)
    {
        var writes = new List<UnfinishedWrite>();
        await foreach (var write in store.ListUnfinished(TestContext.Current.CancellationToken))
        {
            writes.Add(write);
        }

        return writes;
    }
}
