using System.Text.Json.Nodes;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Cli;

public sealed class BackupPruneTests(ControlPlane plane)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Prune_tells_first_and_deletes_then_but_never_the_newest_verified()
    {
        using var scene = await BackupScene.OnS3(plane, Ct);
        var oldest = await scene.Taken();
        var verified = await scene.Taken();
        var newest = await scene.Taken("--verify", "none");

        var plan = JsonNode.Parse((await scene.Backup("prune", "--keep-last", "1", "--dry-run", "-o", "json")).Good())!;
        Assert.True((bool)plan["dryRun"]!);
        Assert.Equal([oldest], plan["snapshots"]!.AsArray().Where(s => !(bool)s!["keep"]!).Select(s => (string)s!["id"]!));
        Assert.Equal(3, (await scene.Listed()).Length);

        Assert.Contains("no rule keeps it", (await scene.Backup("prune", "--keep-last", "1")).Good(), StringComparison.Ordinal);
        Assert.Equal([newest, verified], await scene.Listed());
        Assert.Empty(Directory.GetDirectories(Path.Combine(scene.StoreFolder, "snapshots"), oldest).SelectMany(Directory.GetFiles));
    }
}
