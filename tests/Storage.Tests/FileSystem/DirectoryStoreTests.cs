using System.Text;

namespace Daytwo.Storage.Tests.FileSystem;

public sealed class DirectoryStoreTests : IDisposable
{
    private readonly ScratchDirectory scratch = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => scratch.Dispose();

    [Fact]
    public async Task DirectoryStore_gives_back_what_was_put()
    {
        await using var store = scratch.Open();
        var put = await store.Put("a/b.txt", "hello");
        Assert.Equal(5, put.Size);
        Assert.Equal("hello", await store.Get("a/b.txt"));
        Assert.Equal("ell", await store.Get("a/b.txt", new ByteRange(1, 3)));
        Assert.Equal("lo", await store.Get("a/b.txt", new ByteRange(3, 100)));
        Assert.Equal(put, await store.Find(ObjectKey.Of("a/b.txt"), Ct));
    }

    [Fact]
    public async Task DirectoryStore_is_readable_by_its_owner_only()
    {
        await using var store = scratch.Open();
        await store.Put("a/b.txt", "hello");
        const UnixFileMode privateDirectory = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(privateDirectory, File.GetUnixFileMode(scratch.Root));
        Assert.Equal(privateDirectory, File.GetUnixFileMode(Path.Combine(scratch.Root, "a")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(scratch.Root, "a/b.txt")));
    }

    [Fact]
    public async Task DirectoryStore_shows_nothing_before_completion_and_leaves_nothing_after_an_abort()
    {
        await using var store = scratch.Open();
        await using (var writer = await store.Create(ObjectKey.Of("a/b"), PutOptions.Default, Ct))
        {
            await writer.Write(new byte[10], Ct);
            Assert.Empty(await store.Keys());
            Assert.Equal("a/b", Assert.Single(await store.Unfinished()).Key.Value);
        }

        Assert.Empty(await store.Unfinished());
        Assert.Empty(Directory.EnumerateFileSystemEntries(scratch.Root));
    }

    [Fact]
    public async Task DirectoryStore_finds_and_removes_what_a_killed_process_left()
    {
        await using var store = scratch.Open();
        await store.Put("a/c", "kept");
        await File.WriteAllTextAsync(Path.Combine(scratch.Root, "a/.b.partial"), "half", Ct);
        var left = Assert.Single(await store.Unfinished());
        await store.Abort(left, Ct);
        await store.Abort(left, Ct);
        Assert.Empty(await store.Unfinished());
        Assert.Equal(["a/c"], await store.Keys());
    }

    [Fact]
    public async Task DirectoryStore_starts_over_on_a_leftover_of_the_same_object()
    {
        await using var store = scratch.Open();
        Directory.CreateDirectory(Path.Combine(scratch.Root, "a"));
        await File.WriteAllTextAsync(Path.Combine(scratch.Root, "a/.b.partial"), "a long leftover", Ct);
        await store.Put("a/b", "new");
        Assert.Equal("new", await store.Get("a/b"));
    }

    [Fact]
    public async Task DirectoryStore_refuses_a_second_writer_of_one_object()
    {
        await using var store = scratch.Open();
        await using var first = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct);
        var failure = await Assert.ThrowsAsync<StoreException>(async () => await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct));
        Assert.Equal(StoreFailure.Locked, failure.Failure);
        await first.Write("x"u8.ToArray(), Ct);
        await first.Complete(Ct);
        Assert.Equal("x", await store.Get("a"));
    }

    [Fact]
    public async Task DirectoryStore_replaces_unless_asked_not_to()
    {
        await using var store = scratch.Open();
        await store.Put("a", "one");
        await store.Put("a", "two");
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.Put("a", "three", new PutOptions { OnlyIfAbsent = true }));
        Assert.Equal(StoreFailure.Exists, failure.Failure);
        Assert.Equal("two", await store.Get("a"));
        Assert.Empty(await store.Unfinished());
    }

    [Fact]
    public async Task DirectoryStore_lists_by_prefix_in_order_and_ignores_foreign_names()
    {
        await using var store = scratch.Open();
        foreach (var key in new[] { "b/2", "a", "b/10", "bc" })
        {
            await store.Put(key, key);
        }

        await File.WriteAllTextAsync(Path.Combine(scratch.Root, "a file with spaces"), "", Ct);
        await File.WriteAllTextAsync(Path.Combine(scratch.Root, ".hidden"), "", Ct);
        Assert.Equal(["a", "b/10", "b/2", "bc"], await store.Keys());
        Assert.Equal(["b/10", "b/2"], await store.Keys("b/"));
    }

    [Fact]
    public async Task DirectoryStore_deletes_and_forgets_empty_folders_but_never_its_root()
    {
        await using var store = scratch.Open();
        await store.Put("a/b/c", "x");
        await store.Put("a/d", "x");
        await store.Delete(ObjectKey.Of("a/b/c"), Ct);
        await store.Delete(ObjectKey.Of("a/b/c"), Ct);
        Assert.False(Directory.Exists(Path.Combine(scratch.Root, "a/b")));
        await store.Delete(ObjectKey.Of("a/d"), Ct);
        Assert.True(Directory.Exists(scratch.Root));
        Assert.Empty(await store.Keys());
    }

    [Fact]
    public async Task DirectoryStore_that_does_not_exist_is_empty()
    {
        await using var store = scratch.Open();
        Assert.Empty(await store.Keys());
        Assert.Empty(await store.Unfinished());
        Assert.Null(await store.Find(ObjectKey.Of("a"), Ct));
        Assert.Equal(StoreFailure.NotFound, (await Assert.ThrowsAsync<StoreException>(() => store.Get("a"))).Failure);
    }

    [Fact]
    public async Task DirectoryStore_follows_no_symbolic_link_out_of_its_root()
    {
        var outside = Directory.CreateDirectory(Path.Combine(scratch.Path, "outside")).FullName;
        Directory.CreateDirectory(scratch.Root);
        await File.WriteAllTextAsync(Path.Combine(outside, "secret"), "s", Ct);
        Directory.CreateSymbolicLink(Path.Combine(scratch.Root, "link"), outside);
        await using var store = scratch.Open();
        foreach (var attempt in new Func<Task>[]
        {
            () => store.Put("link/new", "x"),
            () => store.Get("link/secret"),
            () => store.Delete(ObjectKey.Of("link/secret"), Ct).AsTask(),
        })
        {
            var failure = await Assert.ThrowsAsync<StoreException>(attempt);
            Assert.Contains("symbolic link", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal(["secret"], Directory.EnumerateFiles(outside).Select(Path.GetFileName));
        Assert.Empty(await store.Keys());
    }

    [Fact]
    public async Task DirectoryStore_whose_root_is_a_file_tells_so()
    {
        await File.WriteAllTextAsync(scratch.Root, "", Ct);
        await using var store = scratch.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.Put("a", "x"));
        Assert.Contains(scratch.Root, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DirectoryStore_cannot_lock_and_says_what_can()
    {
        await using var store = scratch.Open();
        var options = new PutOptions { Lock = new RetentionLock(RetentionLockMode.Governance, DateTimeOffset.UnixEpoch) };
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.Put("a", "x", options));
        Assert.Equal(StoreFailure.Misconfigured, failure.Failure);
        Assert.Contains("S3 bucket", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DirectoryStore_stops_when_cancelled_and_leaves_nothing()
    {
        await using var store = scratch.Open();
        using var cancelled = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await using var writer = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct);
            await writer.Write(Encoding.UTF8.GetBytes("half"), Ct);
            await cancelled.CancelAsync();
            await writer.Complete(cancelled.Token);
        });
        Assert.Empty(await store.Keys());
        Assert.Empty(await store.Unfinished());
    }
}
