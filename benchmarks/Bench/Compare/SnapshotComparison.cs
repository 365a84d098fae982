namespace Daytwo.Bench.Compare;

/// <summary>A gigabyte of objects like a cluster's, etcd → gzip 1 → S3, with digests.</summary>
internal sealed class SnapshotComparison : IComparison
{
    public static string Name => "snapshot";

    public static string Description => "1 GB of objects like a cluster's: etcd to S3, gzip 1, hashed: time, CPU, peak memory";

    public static async Task<IReadOnlyList<Figure>> Run(Setting setting, CancellationToken ct)
    {
        await using var servers = await SnapshotServers.Start(setting, ct);
        setting.Say("snapshot: seeding 1 GB …");
        await servers.Twin(["seed"], ct);
        var (ours, twin) = await servers.Compare(ct);
        return
        [
            new("snapshot.time", "s", [.. ours.Select(u => u.WallSeconds)], [.. twin.Select(u => u.WallSeconds)], 0.5),
            new("snapshot.cpu", "s", [.. ours.Select(u => u.CpuSeconds)], [.. twin.Select(u => u.CpuSeconds)], 0.6),
            new("snapshot.rss", "MiB", [.. ours.Select(u => u.PeakMiB)], [.. twin.Select(u => u.PeakMiB)], 0.8),
        ];
    }
}
