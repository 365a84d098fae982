using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>An etcd, a place for backups, and the words that name both.</summary>
internal sealed class BackupScene : IDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly EtcdCluster etcd;
    private readonly S3Server? s3;

    private BackupScene(EtcdCluster etcd, S3Server? s3) => (this.etcd, this.s3) = (etcd, s3);

    /// <summary>A folder for the test's own files.</summary>
    public string Folder => folder.Path;

    /// <summary>Where the backups lie as files.</summary>
    public string StoreFolder { get; private set; } = "";

    /// <summary>The words that name the etcd.</summary>
    public string[] Source => ["--endpoints", string.Join(',', etcd.Endpoints), "--cacert", etcd.AuthorityFile, "--cert", etcd.Client.Certificate, "--key", etcd.Client.Key];

    /// <summary>The words that name the store.</summary>
    public string[] Store { get; private set; } = [];

    public Dictionary<string, string> Environment { get; } = new() { ["AWS_EC2_METADATA_DISABLED"] = "true" };

    public static async Task<BackupScene> OnFiles(ControlPlane plane, CancellationToken ct)
    {
        var scene = new BackupScene(await plane.Etcd(ct), null);
        scene.StoreFolder = Path.Combine(scene.Folder, "store");
        scene.Store = ["--to", "file:" + scene.StoreFolder];
        return scene;
    }

    public static async Task<BackupScene> OnS3(ControlPlane plane, CancellationToken ct)
    {
        var server = await plane.S3(ct);
        var scene = new BackupScene(await plane.Etcd(ct), server);
        var bucket = "cli-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4));
        await server.CreateBucket(bucket, ct);
        scene.StoreFolder = Path.Combine(server.Directory, bucket, "prod");
        scene.Store = ["--to", $"s3://{bucket}/prod", "--s3-endpoint", server.Url, "--s3-path-style"];
        (scene.Environment["AWS_ACCESS_KEY_ID"], scene.Environment["AWS_SECRET_ACCESS_KEY"]) = (server.AccessKey, server.Secret);
        return scene;
    }

    /// <summary>Writes a new key file and returns its path.</summary>
    public string NewKey(string name)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return file;
    }

    /// <summary>Runs <c>daytwo backup VERB</c> on the store.</summary>
    public Task<ProcessResult> Backup(string verb, params string[] words) =>
        DaytwoProgram.Run(Environment, ["backup", .. verb.Split(' '), .. words.Contains("--to") ? [] : Store, .. verb == "now" && !words.Contains("--endpoints") ? Source : [], .. words]);

    /// <summary>Takes a backup and returns its id.</summary>
    public async Task<string> Taken(params string[] words) => (string)JsonNode.Parse((await Backup("now", ["-o", "json", .. words])).Good())!["id"]!;

    /// <summary>The ids that <c>backup list</c> shows, newest first.</summary>
    public async Task<string[]> Listed(params string[] words) =>
        [.. JsonNode.Parse((await Backup("list", ["-o", "json", .. words])).Good())!["snapshots"]!.AsArray().Select(s => (string)s!["id"]!)];

    /// <summary>The one file that holds a snapshot's data.</summary>
    public string DataFile(string id) => Directory.GetFiles(Path.Combine(StoreFolder, "snapshots", id)).Single(f => f.Contains(".db", StringComparison.Ordinal));

    public void Dispose() => folder.Dispose();
}
