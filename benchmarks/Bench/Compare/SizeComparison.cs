using System.Globalization;
using Daytwo.Bench.Measuring;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Bench.Compare;

/// <summary>
/// Whether memory grows with the snapshot: peak memory of a backup of a large database over that of one just large enough to fill every buffer (a
/// window of 4 MiB, the pools behind it, two parts of 5 MiB), without verification and with a full one, as the operator takes it. Not a race with the
/// twin, which only fills etcd.
/// </summary>
internal sealed class SizeComparison : IComparison
{
    private const string Bucket = "bench";
    private const int ObjectBytes = 8_000;
    private const int Runs = 3;

    /// <summary>Room for 16 bytes a key, which are kept while a snapshot is verified, and for the garbage collector's mood.</summary>
    private const double Limit = 1.25;

    private static readonly string[] Levels = ["none", "full"];
    private static readonly int[] Megabytes = [256, 2048];

    public static string Name => "snapshot-size";

    public static string Description => "backups of 256 MB and 2 GB: peak memory of the larger one over that of the smaller";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        using var folder = new ScratchFolder();
        await using var etcd = await EtcdCluster.Start(setting.Require("etcd"), folder.Path, 1, TimeProvider.System, ct, "--quota-backend-bytes=8589934592");
        await using var s3 = await S3Server.Start(setting.Require("versitygw"), folder.Path, TimeProvider.System, ct);
        var peaks = Levels.ToDictionary(level => level, _ => new List<double[]>(), StringComparer.Ordinal);
        for (var i = 0; i < Megabytes.Length; i++)
        {
            var more = Megabytes[i] - (i == 0 ? 0 : Megabytes[i - 1]);
            setting.Say($"{Name}: filling up to {Megabytes[i]} MB …");
            await Seed(setting, etcd, more * 1_000_000L / ObjectBytes, folder.Path, ct);
            foreach (var level in Levels)
            {
                peaks[level].Add(await Peaks(setting, etcd, s3, level, folder.Path, ct));
            }
        }

        return [.. Figures("rss", peaks["none"]), .. Figures("verified-rss", peaks["full"])];
    }

    private static IEnumerable<Figure> Figures(string what, List<double[]> peaks) => Enumerable.Range(1, peaks.Count - 1).Select(
        i => new Figure($"{Name}.{what}", "MiB", peaks[i], peaks[0], Limit) { Sides = ($"{Megabytes[i]}MB", $"{Megabytes[0]}MB") });

    private static Task<Usage> Seed(Setting setting, EtcdCluster etcd, long objects, string folder, CancellationToken ct) => MeasuredProgram.Run(
        setting.Require("twin").Path,
        [
            "seed", "--n", objects.ToString(CultureInfo.InvariantCulture), "--bytes", ObjectBytes.ToString(CultureInfo.InvariantCulture), "--endpoints", etcd.Endpoints[0],
            "--cacert", etcd.AuthorityFile, "--cert", etcd.Client.Certificate, "--key", etcd.Client.Key,
        ],
        new Dictionary<string, string>(), folder, ct);

    private static async Task<double[]> Peaks(Setting setting, EtcdCluster etcd, S3Server s3, string level, string folder, CancellationToken ct)
    {
        string[] words =
        [
            "backup", "now", "--endpoints", etcd.Endpoints[0], "--cacert", etcd.AuthorityFile, "--cert", etcd.Client.Certificate, "--key", etcd.Client.Key,
            "--to", $"s3://{Bucket}/size", "--s3-endpoint", s3.Url, "--s3-path-style", "--verify", level, "-o", "json",
        ];
        var environment = new Dictionary<string, string> { ["AWS_ACCESS_KEY_ID"] = s3.AccessKey, ["AWS_SECRET_ACCESS_KEY"] = s3.Secret, ["AWS_REGION"] = "us-east-1" };
        var peaks = new double[Runs];
        for (var run = 0; run < Runs; run++)
        {
            await s3.CreateBucket(Bucket, ct);
            var usage = await MeasuredProgram.Run(setting.Daytwo, words, environment, folder, ct);
            setting.Say($"verify {level}, run {run + 1} of {Runs}: {usage}");
            peaks[run] = usage.PeakMiB;
            Directory.Delete(Path.Combine(s3.Directory, Bucket), recursive: true);
        }

        return peaks;
    }
}
