using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Storage;

/// <summary>The S3 store against a real server, over TLS.</summary>
public sealed class S3StoreTests(S3Fixture s3) : IClassFixture<S3Fixture>
{
    private const int PartSize = 5 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(PartSize - 1)]
    [InlineData(PartSize)]
    [InlineData(PartSize + 1)]
    [InlineData((3 * PartSize) + 12345)]
    public async Task S3Store_gives_back_what_was_put_whatever_its_size(int size)
    {
        await using var store = s3.Open($"sizes/{size}");
        var bytes = Bytes(size);
        var put = await store.Put("a/b.bin", bytes);
        Assert.Equal(size, put.Size);
        Assert.Equal(bytes, await store.Get("a/b.bin"));
        Assert.Equal(size, (await store.Find(ObjectKey.Of("a/b.bin"), Ct))!.Size);
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
    }

    [Fact]
    public async Task S3Store_reads_any_range()
    {
        await using var store = s3.Open("ranges");
        var bytes = Bytes(100_000);
        await store.Put("a", bytes);
        Assert.Equal(bytes[10..20], await store.Get("a", new ByteRange(10, 10)));
        Assert.Equal(bytes[99_990..], await store.Get("a", new ByteRange(99_990, 1000)));
        Assert.Equal(bytes[5..], await store.Get("a", new ByteRange(5, long.MaxValue)));
    }

    [Fact]
    public async Task S3Store_lists_its_own_folder_only_and_in_order()
    {
        await using var store = s3.Open("lists/here");
        await using var beside = s3.Open("lists/here-too");
        await beside.Put("x", [1]);
        foreach (var key in new[] { "b/2", "a", "b/10" })
        {
            await store.Put(key, [1, 2]);
        }

        Assert.Equal(["a", "b/10", "b/2"], (await store.List("", Ct).ToList()).Select(o => o.Key.Value));
        Assert.Equal(["b/10", "b/2"], (await store.List("b/", Ct).ToList()).Select(o => o.Key.Value));
        Assert.All(await store.List("", Ct).ToList(), o => Assert.True(o.Size == 2 && o.Modified > DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public async Task S3Store_lists_more_than_a_page()
    {
        await using var store = s3.Open("pages");
        for (var i = 0; i < 1005; i++)
        {
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(s3.BucketDirectory, "pages")).FullName, $"k{i:d4}"), "x", Ct);
        }

        Assert.Equal(1005, (await store.List("", Ct).ToList()).Count);
    }

    [Fact]
    public async Task S3Store_deletes_and_does_not_mind_when_nothing_is_there()
    {
        await using var store = s3.Open("deletes");
        await store.Put("a", [1]);
        await store.Delete(ObjectKey.Of("a"), Ct);
        await store.Delete(ObjectKey.Of("a"), Ct);
        Assert.Null(await store.Find(ObjectKey.Of("a"), Ct));
        Assert.Equal(StoreFailure.NotFound, await StoreActions.Failure(() => store.Get("a")));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(PartSize + 10)]
    public async Task S3Store_does_not_replace_when_asked_not_to(int size)
    {
        await using var store = s3.Open($"conditions/{size}");
        await store.Put("a", [1]);
        var refused = await StoreActions.Failure(() => store.Put("a", Bytes(size), new PutOptions { OnlyIfAbsent = true }));
        Assert.Equal(StoreFailure.Exists, refused);
        Assert.Equal([1], await store.Get("a"));
        await store.Put("b", Bytes(size), new PutOptions { OnlyIfAbsent = true });
        Assert.Equal(size, (await store.Get("b")).Length);
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
    }

    [Fact]
    public async Task S3Store_writer_dropped_half_way_leaves_nothing_behind()
    {
        await using var store = s3.Open("drops");
        await using (var writer = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct))
        {
            await writer.Write(Bytes(3 * PartSize), Ct);
            Assert.Single(await store.ListUnfinished(Ct).ToList());
        }

        Assert.Empty(await store.ListUnfinished(Ct).ToList());
        Assert.Empty(await store.List("", Ct).ToList());
    }

    [Fact]
    public async Task S3Store_finds_and_aborts_what_a_killed_process_left()
    {
        await using var store = s3.Open("kills");
        await using var other = s3.Open("kills-not");
        var writer = await store.Create(ObjectKey.Of("snapshots/a"), PutOptions.Default, Ct);
        await writer.Write(Bytes(2 * PartSize), Ct);
        Assert.Empty(await other.ListUnfinished(Ct).ToList());
        var left = Assert.Single(await store.ListUnfinished(Ct).ToList());
        Assert.Equal("snapshots/a", left.Key.Value);
        Assert.InRange(left.Started, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        await store.Abort(left, Ct);
        await store.Abort(left, Ct);
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
        await writer.DisposeAsync();
    }

    [Fact]
    public async Task S3Store_with_a_wrong_secret_says_credentials() => await Refused(
        s3.Settings("x") with { Credentials = S3Credentials.Static(s3.Server.AccessKey, "wrong") }, StoreFailure.CredentialsInvalid, "secret key");

    [Fact]
    public async Task S3Store_with_an_unknown_access_key_says_credentials() => await Refused(
        s3.Settings("x") with { Credentials = S3Credentials.Static("nobody", "wrong") }, StoreFailure.CredentialsInvalid, "access key");

    [Fact]
    public async Task S3Store_without_the_authority_says_the_certificate_is_not_trusted() => await Refused(
        s3.Settings("x") with { CertificateAuthorityPem = null }, StoreFailure.CertificateUntrusted, "authority");

    [Fact]
    public async Task S3Store_on_a_missing_bucket_names_it() => await Refused(
        s3.Settings("x") with { Address = BucketAddress.Of("no-such-bucket", "x") }, StoreFailure.NoSuchBucket, "no-such-bucket");

    [Fact]
    public async Task S3Store_where_nobody_listens_is_unreachable()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var port = ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await Refused(s3.Settings("x") with { Endpoint = new Uri($"https://127.0.0.1:{port}") }, StoreFailure.Unreachable, $"127.0.0.1:{port}");
    }

    [Fact]
    public async Task S3Store_that_never_answers_times_out()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var endpoint = new Uri($"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}");
        await Refused(
            s3.Settings("x") with { Endpoint = endpoint, RequestTimeout = TimeSpan.FromMilliseconds(200), Retries = 0 }, StoreFailure.Timeout, endpoint.Authority);
    }

    private static byte[] Bytes(int size)
    {
        var bytes = new byte[size];
        new Random(size).NextBytes(bytes);
        return bytes;
    }

    private static async Task Refused(S3Settings settings, StoreFailure expected, string remedy)
    {
        await using var store = ObjectStores.Open(settings, TimeProvider.System);
        foreach (var attempt in new Func<Task>[] { () => store.Put("a", [1]), () => store.List("", Ct).ToList() })
        {
            var failure = await Assert.ThrowsAsync<StoreException>(attempt);
            Assert.True(expected == failure.Failure, failure.ToString());
            Assert.Contains(remedy, failure.Message, StringComparison.OrdinalIgnoreCase);
        }
    }
}
