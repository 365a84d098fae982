using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cli.Demo;

/// <summary>Where the demo's backups go: a bucket of a local S3 server, or a directory.</summary>
internal sealed class DemoStore : IAsyncDisposable
{
    private const string Bucket = "daytwo-demo";
    private readonly S3Server? s3;
    private readonly string directory;

    private DemoStore(S3Server? s3, string directory) => (this.s3, this.directory) = (s3, directory);

    /// <summary>The address for people.</summary>
    public string Address => s3 is null ? $"file:{directory}" : $"s3://{Bucket} at {s3.Url}";

    /// <summary>The words that make <c>daytwo backup</c> use this store.</summary>
    public string Options => s3 is null ? $"--to file:{directory}/scheduled" : $"--to s3://{Bucket}/scheduled --s3-endpoint {s3.Url} --s3-path-style";

    /// <summary>Lines of a shell that those words need.</summary>
    public string Environment => s3 is null ? "" : $"export AWS_ACCESS_KEY_ID={s3.AccessKey} AWS_SECRET_ACCESS_KEY={s3.Secret}\n";

    public static async Task<DemoStore> Start(DemoPrograms programs, string folder, TimeProvider time, CancellationToken ct)
    {
        var directory = Directory.CreateDirectory(Path.Combine(folder, "backups")).FullName;
        if (programs.S3 is not { } program)
        {
            foreach (var name in new[] { "scheduled", "once" })
            {
                Directory.CreateDirectory(Path.Combine(directory, name));
            }

            return new DemoStore(null, directory);
        }

        var server = await S3Server.Start(program, folder, time, ct);
        await server.CreateBucket(Bucket, ct);
        return new DemoStore(server, directory);
    }

    /// <summary>Secrets the store needs, as YAML documents.</summary>
    public string Secrets() => s3 is null ? "" : $"""
        ---
        apiVersion: v1
        kind: Secret
        metadata: {"{"}name: demo-s3, namespace: daytwo-system{"}"}
        stringData:
          AWS_ACCESS_KEY_ID: "{s3.AccessKey}"
          AWS_SECRET_ACCESS_KEY: "{s3.Secret}"

        """;

    /// <summary>The store member of an EtcdBackup's spec, for its own folder.</summary>
    public string Spec(string folder) => s3 is null
        ? $"filesystem: {{directory: \"{directory}/{folder}\"}}"
        : $"s3: {{bucket: {Bucket}, prefix: {folder}, endpoint: \"{s3.Url}\", forcePathStyle: true, credentialsSecret: {{name: demo-s3}}}}";

    public async ValueTask DisposeAsync()
    {
        if (s3 is not null)
        {
            await s3.DisposeAsync();
        }
    }
}
