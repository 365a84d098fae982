using Daytwo.Storage.S3;
using static Daytwo.Storage.Tests.S3.ScriptedS3;

namespace Daytwo.Storage.Tests.S3;

public sealed class S3StoreTests
{
    private const int PartSize = 5 * 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, "AccessDenied", StoreFailure.Denied, "s3:PutObject")]
    [InlineData(400, "ExpiredToken", StoreFailure.CredentialsExpired, "Renew")]
    [InlineData(403, "InvalidAccessKeyId", StoreFailure.CredentialsInvalid, "access key")]
    [InlineData(403, "SignatureDoesNotMatch", StoreFailure.CredentialsInvalid, "secret key")]
    [InlineData(403, "RequestTimeTooSkewed", StoreFailure.ClockSkewed, "clock")]
    [InlineData(404, "NoSuchBucket", StoreFailure.NoSuchBucket, "bucket")]
    [InlineData(503, "SlowDown", StoreFailure.Throttled, "later")]
    [InlineData(507, "XMinioStorageFull", StoreFailure.Full, "Free space")]
    [InlineData(400, "QuotaExceeded", StoreFailure.Full, "quota")]
    [InlineData(500, "InternalError", StoreFailure.Unavailable, "server")]
    [InlineData(409, "ExistingObjectIsDirectory", StoreFailure.Unavailable, "disk is full")]
    [InlineData(403, "ObjectLocked", StoreFailure.Locked, "lock")]
    [InlineData(400, "InvalidRequest", StoreFailure.Misconfigured, "settings")]
    [InlineData(400, "BadDigest", StoreFailure.Corrupt, "network")]
    [InlineData(418, "Teapot", StoreFailure.Unexpected, "Teapot")]
    public async Task S3Store_that_is_refused_says_why_and_what_to_do(int status, string code, StoreFailure expected, string remedy)
    {
        await using var server = new ScriptedS3(_ => Answer.Error(status, code));
        await using var store = server.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(() => store.Put("a", "x"));
        Assert.True(expected == failure.Failure, failure.ToString());
        Assert.Contains(remedy, failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("p/a in s3://bucket/p at http://127.0.0.1", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("SK", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3Store_tries_again_when_the_server_stumbles()
    {
        var failures = 2;
        await using var server = new ScriptedS3(_ => failures-- > 0 ? Answer.Error(503, "ServiceUnavailable") : Answer.Xml(""));
        await using var store = server.Open(retries: 3);
        await store.Put("a", "x");
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task S3Store_does_not_try_again_what_cannot_succeed()
    {
        await using var server = new ScriptedS3(_ => Answer.Error(403, "AccessDenied"));
        await using var store = server.Open(retries: 3);
        await Assert.ThrowsAsync<StoreException>(() => store.Put("a", "x"));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task S3Store_whose_download_breaks_goes_on_where_it_was()
    {
        var bytes = Enumerable.Range(0, 100_000).Select(i => (byte)(i * 7)).ToArray();
        var breaks = 2;
        await using var server = new ScriptedS3(request =>
        {
            var from = request.Headers["Range"] is { } range ? int.Parse(range["bytes=".Length..].Split('-')[0], System.Globalization.CultureInfo.InvariantCulture) : 0;
            var whole = bytes.AsSpan(from);
            Assert.True(from == 0 || request.Headers["If-Match"] == "\"v1\"");
            var sent = breaks-- > 0 ? whole[..20_000].ToArray() : whole.ToArray();
            return new Answer(from == 0 ? 200 : 206, sent, whole.Length) { Headers = [("ETag", "\"v1\"")] };
        });
        await using var store = server.Open(retries: 3);
        await using var stream = await store.OpenRead(ObjectKey.Of("a"), null, Ct);
        var read = new MemoryStream();
        await stream.CopyToAsync(read, Ct);
        Assert.Equal(bytes, read.ToArray());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task S3Store_at_an_https_endpoint_of_a_plain_server_is_told_as_such()
    {
        await using var server = new ScriptedS3(_ => new Answer(200, []));
        await using var store = server.Open(url: server.Url.Replace("http:", "https:", StringComparison.Ordinal));
        var failure = await Assert.ThrowsAsync<StoreException>(async () => await store.Find(ObjectKey.Of("a"), Ct));
        Assert.Equal(StoreFailure.Misconfigured, failure.Failure);
        Assert.Contains("http or https", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3Store_whose_download_always_breaks_gives_up()
    {
        await using var server = new ScriptedS3(_ => new Answer(206, new byte[10], 1000) { Headers = [("ETag", "\"v1\"")] });
        await using var store = server.Open(retries: 2);
        await using var stream = await store.OpenRead(ObjectKey.Of("a"), null, Ct);
        var failure = await Assert.ThrowsAsync<StoreException>(() => stream.CopyToAsync(Stream.Null, Ct));
        Assert.Equal(StoreFailure.Unreachable, failure.Failure);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("complete")]
    public async Task S3Store_whose_upload_fails_aborts_it(string when)
    {
        await using var server = new ScriptedS3(request => request switch
        {
            { HttpMethod: "POST" } when request.RawUrl!.Contains("uploads", StringComparison.Ordinal) => Answer.Xml(
                "<InitiateMultipartUploadResult><Bucket>bucket</Bucket><Key>p/a</Key><UploadId>U1</UploadId></InitiateMultipartUploadResult>"),
            { HttpMethod: "PUT" } => when == "PUT" ? Answer.Error(507, "XMinioStorageFull") : new Answer(200, []) { Headers = [("ETag", "\"e\"")] },
            { HttpMethod: "DELETE" } => new Answer(204, []),
            _ => Answer.Error(507, "XMinioStorageFull"),
        });
        await using var store = server.Open();
        var failure = await Assert.ThrowsAsync<StoreException>(async () =>
        {
            await using var writer = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct);
            await writer.Write(new byte[(3 * PartSize) + 1], Ct);
            await writer.Complete(Ct);
        });
        Assert.Equal(StoreFailure.Full, failure.Failure);
        Assert.Contains("DELETE", server.Requests.Last(), StringComparison.Ordinal);
        Assert.Contains("uploadId=U1", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3Store_whose_writer_is_given_up_while_the_upload_begins_aborts_it_too()
    {
        using var givenUp = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        using var answered = new ManualResetEventSlim();
        await using var server = new ScriptedS3(request =>
        {
            if (request.HttpMethod != "POST")
            {
                return new Answer(204, []);
            }

            givenUp.Cancel();
            answered.Wait(Ct);
            return Answer.Xml("<InitiateMultipartUploadResult><UploadId>U1</UploadId></InitiateMultipartUploadResult>");
        });
        await using var store = server.Open();
        var writer = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await writer.Write(new byte[PartSize + 1], givenUp.Token));
        var disposing = writer.DisposeAsync();
        answered.Set();
        await disposing;
        Assert.Equal(2, server.Requests.Count);
        Assert.StartsWith("DELETE /bucket/p/a?uploadId=U1", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task S3Store_whose_answer_to_completion_was_lost_finds_the_object_complete()
    {
        await using var server = new ScriptedS3(request => request.HttpMethod switch
        {
            "POST" when request.RawUrl!.Contains("uploads", StringComparison.Ordinal) => Answer.Xml(
                "<InitiateMultipartUploadResult><UploadId>U1</UploadId></InitiateMultipartUploadResult>"),
            "PUT" => new Answer(200, []) { Headers = [("ETag", "\"e\"")] },
            "HEAD" => new Answer(200, []) { Headers = [("ETag", "\"e\"")], Length = PartSize + 1 },
            _ => Answer.Error(404, "NoSuchUpload"),
        });
        await using var store = server.Open();
        await using var writer = await store.Create(ObjectKey.Of("a"), PutOptions.Default, Ct);
        await writer.Write(new byte[PartSize + 1], Ct);
        Assert.Equal(PartSize + 1, (await writer.Complete(Ct)).Size);
    }

    [Fact]
    public async Task S3Store_on_a_server_without_conditional_writes_looks_first()
    {
        await using var server = new ScriptedS3(request => request switch
        {
            { HttpMethod: "PUT" } when request.Headers["If-None-Match"] is not null => Answer.Error(501, "NotImplemented"),
            { HttpMethod: "HEAD" } => new Answer(404, []),
            _ => Answer.Xml(""),
        });
        await using var store = server.Open();
        await store.Put("a", "x", new PutOptions { OnlyIfAbsent = true });
        Assert.Equal(["PUT", "HEAD", "PUT"], server.Requests.Select(r => r.Split(' ')[0]));
    }

    [Fact]
    public async Task S3Store_asks_for_the_servers_encryption_as_set()
    {
        var asked = new List<(string?, string?)>();
        await using var server = new ScriptedS3(request =>
        {
            asked.Add((request.Headers["x-amz-server-side-encryption"], request.Headers["x-amz-server-side-encryption-aws-kms-key-id"]));
            return Answer.Xml("");
        });
        foreach (var encryption in new[] { S3Encryption.BucketDefault, S3Encryption.ServerKey, S3Encryption.Kms("alias/k") })
        {
            await using var store = ObjectStores.Open(
                new S3Settings
                {
                    Address = BucketAddress.Of("bucket", ""),
                    Endpoint = new Uri(server.Url),
                    PathStyle = true,
                    Credentials = S3Credentials.Static("AK", "SK"),
                    Encryption = encryption,
                },
                TimeProvider.System);
            await store.Put("a", "x");
        }

        Assert.Equal([(null, null), ("AES256", null), ("aws:kms", "alias/k")], asked);
    }

    [Fact]
    public async Task S3Store_sends_its_session_token()
    {
        string? token = null;
        await using var server = new ScriptedS3(request =>
        {
            token = request.Headers["x-amz-security-token"];
            return Answer.Xml("");
        });
        await using var store = server.Open();
        await store.Put("a", "x");
        Assert.Equal("token", token);
    }

    [Fact]
    public void S3Settings_print_no_secret() =>
        Assert.DoesNotContain("very-secret", new S3Settings { Address = BucketAddress.Of("bucket", ""), Credentials = S3Credentials.Static("AK", "very-secret", "very-secret") }.ToString(), StringComparison.Ordinal);

    [Fact]
    public void S3Store_with_an_unreadable_authority_says_so()
    {
        var settings = new S3Settings { Address = BucketAddress.Of("bucket", ""), CertificateAuthorityPem = "no pem" };
        Assert.Equal(StoreFailure.Misconfigured, Assert.Throws<StoreException>(() => ObjectStores.Open(settings, TimeProvider.System)).Failure);
    }
}
