using Daytwo.Bench.Measuring;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Bench.Compare;

/// <summary>An etcd and an S3 server, and both sides' snapshot of the one into the other.</summary>
internal sealed class SnapshotServers : IAsyncDisposable
{
    private const string Bucket = "bench";
    private readonly Setting setting;
    private readonly ScratchFolder folder;
    private readonly S3Server s3;
    private readonly Dictionary<string, string> keys;

    private SnapshotServers(Setting setting, ScratchFolder folder, EtcdCluster etcd, S3Server s3)
    {
        (this.setting, this.folder, Etcd, this.s3) = (setting, folder, etcd, s3);
        keys = new() { ["AWS_ACCESS_KEY_ID"] = s3.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = s3.Secret, ["AWS_REGION"] = "us-east-1" };
    }

    public EtcdCluster Etcd { get; }

    public static async Task<SnapshotServers> Start(Setting setting, CancellationToken ct)
    {
        var folder = new ScratchFolder();
        var etcd = await EtcdCluster.Start(setting.Require("etcd"), folder.Path, 1, TimeProvider.System, ct, "--quota-backend-bytes=8589934592");
        var s3 = await S3Server.Start(setting.Require("versitygw"), folder.Path, TimeProvider.System, ct);
        await s3.CreateBucket(Bucket, ct);
        return new SnapshotServers(setting, folder, etcd, s3);
    }

    /// <summary>Runs the twin with the etcd's address and certificates behind the given words.</summary>
    public Task<Usage> Twin(IEnumerable<string> words, CancellationToken ct) =>
        MeasuredProgram.Run(setting.Require("twin").Path, [.. words, "--endpoints", Etcd.Endpoints[0], .. Certificates("cacert", "cert", "key")], keys, folder.Path, ct);

    /// <summary>Both sides in turn, several times: the same snapshot, gzip 1, with digests.</summary>
    public async Task<(List<Usage> Ours, List<Usage> Twin)> Compare(CancellationToken ct)
    {
        var (ours, twin) = (new List<Usage>(), new List<Usage>());
        for (var run = 0; run < setting.Runs; run++)
        {
            twin.Add(await Twin(["snapshot", "--s3", s3.Url, "--bucket", Bucket, "--object", "twin.db.gz"], ct));
            ours.Add(await MeasuredProgram.Run(setting.Daytwo, Ours(), keys, folder.Path, ct));
            setting.Say($"run {run + 1} of {setting.Runs}: ours {ours[^1]}, twin {twin[^1]}");
            Directory.Delete(Path.Combine(s3.Directory, Bucket), recursive: true);
            await s3.CreateBucket(Bucket, ct);
        }

        return (ours, twin);
    }

    private IEnumerable<string> Ours() =>
    [
        "backup", "now", "--endpoints", Etcd.Endpoints[0], .. Certificates("cacert", "cert", "key"),
        "--to", $"s3://{Bucket}/ours", "--s3-endpoint", s3.Url, "--s3-path-style", "--verify", "none", "-o", "json",
    ];

    private string[] Certificates(string authority, string certificate, string key) =>
        ["--" + authority, Etcd.AuthorityFile, "--" + certificate, Etcd.Client.Certificate, "--" + key, Etcd.Client.Key];

    public async ValueTask DisposeAsync()
    {
        await s3.DisposeAsync();
        await Etcd.DisposeAsync();
        folder.Dispose();
    }
}
