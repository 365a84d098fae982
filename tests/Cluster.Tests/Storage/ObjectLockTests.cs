using Daytwo.Storage;

namespace Daytwo.Cluster.Tests.Storage;

public sealed class ObjectLockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(100)]
    [InlineData(6 * 1024 * 1024)]
    public async Task Locked_object_is_kept_and_the_refusal_says_until_when(int size)
    {
        await using var s3 = await VersionedS3.Start(Ct);
        await using var store = s3.Open();
        var until = DateTimeOffset.UtcNow.AddHours(1);
        await store.Put("a", new byte[size], new PutOptions { Lock = new RetentionLock(RetentionLockMode.Compliance, until) });
        var refusal = await Assert.ThrowsAsync<StoreException>(() => store.Delete(ObjectKey.Of("a"), Ct).AsTask());
        Assert.True(refusal.Failure == StoreFailure.Locked, refusal.ToString());
        Assert.Equal(size, (await store.Get("a")).Length);
    }

    [Fact]
    public async Task Object_of_several_versions_is_deleted_with_all_of_them()
    {
        await using var s3 = await VersionedS3.Start(Ct);
        await using var store = s3.Open();
        await store.Put("a", [1]);
        await store.Put("a", [2]);
        await store.Put("ab", [3]);
        Assert.Equal(3, await s3.Versions(Ct));
        await store.Delete(ObjectKey.Of("a"), Ct);
        Assert.Null(await store.Find(ObjectKey.Of("a"), Ct));
        Assert.Equal(1, await s3.Versions(Ct));
        Assert.Equal([3], await store.Get("ab"));
    }
}
