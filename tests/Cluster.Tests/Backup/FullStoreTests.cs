using Daytwo.Backup;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Sources;
using Daytwo.Cluster.Tests.Storage;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Backup;

/// <summary>Stores on file systems that are really full: the run says so, lists nothing and gives back what it took; with room the next one succeeds.</summary>
public sealed class FullStoreTests(FilledEtcd etcd) : IClassFixture<FilledEtcd>
{
    private const string Remedy = "Free space";
    private const int Enough = 200;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>A second part of 5 MiB does not fit; all parts do, but not the object that the server makes of them.</summary>
    [Theory]
    [InlineData(8)]
    [InlineData(60)]
    public async Task S3_server_whose_disk_is_too_small_is_full_and_keeps_nothing(int megabytes)
    {
        using var folder = new ScratchFolder();
        await using var server = await StartS3(folder);
        using var disk = SmallDisk.On(Path.Combine(server.Directory, "backups"), megabytes);
        await using var store = Open(server);
        await Refuses(store, disk, StoreFailure.Full, Remedy, "No space left on device");

        disk.Resize(Enough);
        await Succeeds(store);
    }

    [Fact]
    public async Task S3_server_without_room_for_the_manifest_keeps_no_data_either()
    {
        using var folder = new ScratchFolder();
        await using var server = await StartS3(folder);
        using var disk = SmallDisk.On(Path.Combine(server.Directory, "backups"), Enough);
        await using var store = Open(server);
        await Refuses(store, disk, StoreFailure.Full, Remedy, "manifest.json", disk.Fill);

        disk.Free();
        await Succeeds(store);
    }

    /// <summary>Then it cannot make the folder of an upload, and answers that with its words for any error.</summary>
    [Fact]
    public async Task S3_server_that_can_make_no_file_does_not_say_why_and_its_disk_is_named_among_what_to_check()
    {
        using var folder = new ScratchFolder();
        await using var server = await StartS3(folder);
        using var disk = SmallDisk.On(Path.Combine(server.Directory, "backups"), Enough, inodes: 3);
        await using var store = Open(server);
        await Refuses(store, disk, StoreFailure.Unavailable, "InternalError", "whether its disk is full");

        disk.Resize(Enough);
        await Succeeds(store);
    }

    [Fact]
    public async Task Directory_on_a_disk_that_is_too_small_is_full_and_keeps_nothing()
    {
        using var folder = new ScratchFolder();
        using var disk = SmallDisk.On(Path.Combine(folder.Path, "store"), 8);
        await using var store = Open(disk);
        await Refuses(store, disk, StoreFailure.Full, Remedy, "No space left on device");
        Assert.Empty(disk.Folders);

        disk.Resize(Enough);
        await Succeeds(store);
    }

    [Fact]
    public async Task Directory_without_room_for_the_manifest_keeps_no_data_either()
    {
        using var folder = new ScratchFolder();
        using var disk = SmallDisk.On(Path.Combine(folder.Path, "store"), Enough);
        await using var store = Open(disk);
        await Refuses(store, disk, StoreFailure.Full, Remedy, "manifest.json", disk.Fill);
        Assert.Empty(disk.Folders);

        disk.Free();
        await Succeeds(store);
    }

    /// <summary>Room for the root, the folder of snapshots and that of this one; then for the first of both only.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public async Task Directory_that_can_take_no_further_file_is_full_and_names_what_counts_them(int inodes)
    {
        using var folder = new ScratchFolder();
        using var disk = SmallDisk.On(Path.Combine(folder.Path, "store"), Enough, inodes);
        await using var store = Open(disk);
        await Refuses(store, disk, StoreFailure.Full, Remedy, "df -i");
        Assert.Empty(disk.Folders);

        disk.Resize(Enough);
        await Succeeds(store);
    }

    private async Task Refuses(IObjectStore store, SmallDisk disk, StoreFailure failure, string remedy, string quoted, Action? beforeListing = null)
    {
        var failed = Assert.IsType<BackupOutcome.Failed>(await Run(store, new Listener(beforeListing)));
        Assert.True((BackupFailure.Store, failure) == (failed.Reason, failed.Store), failed.ToString());
        Assert.All([remedy, quoted, store.Address], text => Assert.Contains(text, failed.Message, StringComparison.Ordinal));
        Assert.Empty((await InventoryReader.Read(store, null, Ct)).Snapshots);
        Assert.Empty(await store.List("", Ct).ToList());
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
        Assert.Empty(disk.Files);
    }

    private async Task Succeeds(IObjectStore store)
    {
        var outcome = await Run(store, null);
        Assert.True(outcome is BackupOutcome.Succeeded, outcome.ToString());
        Assert.Single((await InventoryReader.Read(store, null, Ct)).Snapshots);
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
    }

    private async Task<BackupOutcome> Run(IObjectStore store, IProgress<BackupProgress>? progress)
    {
        using var client = etcd.Connect();
        var request = new BackupRequest { Id = SnapshotId.Parse("one"), Source = new EtcdSnapshotSource(client), Store = store };
        return await new BackupPipeline(TimeProvider.System).Run(request, progress, Ct);
    }

    private static async Task<S3Server> StartS3(ScratchFolder folder) => await S3Server.Start(Programs.RequireS3(), folder.Path, TimeProvider.System, Ct);

    private static IObjectStore Open(SmallDisk disk) => ObjectStores.Open(DirectoryAddress.Of(disk.Folder));

    private static IObjectStore Open(S3Server s3) => ObjectStores.Open(
        new S3Settings
        {
            Address = BucketAddress.Of("backups", ""),
            Endpoint = new Uri(s3.Url),
            PathStyle = true,
            Credentials = S3Credentials.Static(s3.AccessKey, s3.Secret),
            Retries = 1,
        },
        TimeProvider.System);

    /// <summary>Does something once everything is stored but the manifest.</summary>
    private sealed class Listener(Action? beforeListing) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value)
        {
            if (value.Stage == BackupStage.Finishing)
            {
                beforeListing?.Invoke();
            }
        }
    }
}
