using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>The disk under the S3 server is really full: the operator says so, and goes on when somebody has made room.</summary>
[Collection(StoreFaultCollection.Name)]
public sealed class FullDiskTests(FaultScene faults) : IAsyncLifetime
{
    private const string Bucket = "small";

    private readonly Scene scene = faults.Scene;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Full_disk_under_the_server_is_told_and_room_heals()
    {
        using var disk = SmallDisk.On(Path.Combine(scene.S3.Directory, Bucket), megabytes: 8);
        await using (new RunningOperator(scene.OperatorKubeconfig))
        {
            await scene.Backup("disk-full", bucket: Bucket);
            await faults.Fails("disk-full", "StoreFull", "No space left on device", "Free space");

            disk.Resize(200);
            await scene.Wait("etcdbackup/disk-full", "condition=Complete");
            await scene.Wait("etcdbackup/disk-full", "condition=Degraded=false");
        }

        Assert.Equal(2, disk.Files.Count);
        Assert.Single(disk.Files, file => file.EndsWith("manifest.json", StringComparison.Ordinal));
    }
}
