using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Processes;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Storage;

/// <summary>An S3 server that keeps versions, with one bucket that can lock objects.</summary>
internal sealed class VersionedS3 : IAsyncDisposable
{
    private const string Bucket = "locked";
    private const string Access = "daytwo-local";
    private const string Secret = "daytwo-secret";

    private readonly ScratchFolder folder = new();
    private readonly string url;
    private readonly ChildProcess process;

    private VersionedS3(string program)
    {
        var port = FreePort.Take();
        url = $"http://127.0.0.1:{port}";
        var data = Directory.CreateDirectory(Path.Combine(folder.Path, "data")).FullName;
        var versions = Directory.CreateDirectory(Path.Combine(folder.Path, "versions")).FullName;
        var environment = new Dictionary<string, string> { ["ROOT_ACCESS_KEY"] = Access, ["ROOT_SECRET_KEY"] = Secret };
        process = ChildProcess.Start(
            program, ["--port", $"127.0.0.1:{port}", "posix", "--versioning-dir", versions, data], Path.Combine(folder.Path, "s3.log"), environment);
    }

    public static async Task<VersionedS3> Start(CancellationToken ct)
    {
        var server = new VersionedS3(Programs.RequireS3().Path);
        using var client = server.Client();

        // The server needs a moment to listen; the client's own repetitions wait for it.
        await client.PutBucketAsync(new Amazon.S3.Model.PutBucketRequest { BucketName = Bucket, ObjectLockEnabledForBucket = true }, ct);
        return server;
    }

    public IObjectStore Open() => ObjectStores.Open(
        new S3Settings
        {
            Address = BucketAddress.Of(Bucket, "p"),
            Endpoint = new Uri(url),
            PathStyle = true,
            Credentials = S3Credentials.Static(Access, Secret),
            Retries = 0,
        },
        TimeProvider.System);

    /// <summary>The SDK's own client, to look at what the store did.</summary>
    public Amazon.S3.AmazonS3Client Client() => new(Access, Secret, new Amazon.S3.AmazonS3Config { ServiceURL = url, ForcePathStyle = true, MaxErrorRetry = 8 });

    public async Task<int> Versions(CancellationToken ct)
    {
        using var client = Client();
        var page = await client.ListVersionsAsync(new Amazon.S3.Model.ListVersionsRequest { BucketName = Bucket }, ct);
        return page.Versions?.Count ?? 0;
    }

    public async ValueTask DisposeAsync()
    {
        await process.DisposeAsync();
        folder.Dispose();
    }
}
