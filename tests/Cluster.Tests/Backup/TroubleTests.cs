using Daytwo.Backup;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Pruning;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Sources;
using Daytwo.Backup.Verification;
using Daytwo.Cluster.Tests.Storage;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Servers;
using Daytwo.Storage;
using Daytwo.Storage.S3;

namespace Daytwo.Cluster.Tests.Backup;

/// <summary>Servers that die, stall or lie in the middle of a backup: nothing half is listed, nothing is leaked, the next run works.</summary>
public sealed class TroubleTests(FilledEtcd etcd) : IClassFixture<FilledEtcd>
{
    private const long HalfWay = 20_000_000;

    private static readonly EncryptionKey Key = EncryptionKey.FromBytes(new byte[32]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Store_killed_during_the_upload_lists_nothing_and_its_rest_is_swept()
    {
        using var folder = new ScratchFolder();
        await using var s3 = await StartS3(folder);
        await using var store = Open(s3);
        using var client = etcd.Connect();
        var source = new InterruptedSource(new EtcdSnapshotSource(client), HalfWay, s3.Kill);

        var failed = Assert.IsType<BackupOutcome.Failed>(await Run(store, source));
        Assert.Equal((BackupFailure.Store, StoreFailure.Unreachable, true), (failed.Reason, failed.Store, failed.IsTransient));
        Assert.Contains(s3.Url, failed.Message, StringComparison.Ordinal);

        await s3.Restart(Ct);
        Assert.Empty((await InventoryReader.Read(store, Key, Ct)).Snapshots);
        Assert.Empty((await Leftovers.Sweep(store, Leftovers.SafeAge, Ct)).Writes);
        Assert.Single((await Leftovers.Sweep(store, TimeSpan.Zero, Ct)).Writes);
        Assert.Empty(await store.ListUnfinished(Ct).ToList());

        Assert.IsType<BackupOutcome.Succeeded>(await Run(store, new EtcdSnapshotSource(client)));
        Assert.Single((await InventoryReader.Read(store, Key, Ct)).Snapshots);
    }

    [Fact]
    public async Task Run_cancelled_half_way_leaves_nothing_in_the_store()
    {
        using var folder = new ScratchFolder();
        await using var s3 = await StartS3(folder);
        await using var store = Open(s3);
        using var client = etcd.Connect();
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var source = new InterruptedSource(new EtcdSnapshotSource(client), HalfWay, () => cancelled.CancelAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new BackupPipeline(TimeProvider.System).Run(Request(store, source), null, cancelled.Token));
        Assert.Empty(await store.List("", Ct).ToList());
        Assert.Empty(await store.ListUnfinished(Ct).ToList());
    }

    [Fact]
    public async Task Member_killed_during_the_snapshot_lists_nothing_and_leaves_nothing()
    {
        using var folder = new ScratchFolder();
        await using var store = ObjectStores.Open(DirectoryAddress.Of(Path.Combine(folder.Path, "store")));
        using var client = etcd.Connect();
        var source = new InterruptedSource(new EtcdSnapshotSource(client), HalfWay, () => etcd.Cluster.Members[0].Kill());
        var failed = Assert.IsType<BackupOutcome.Failed>(await Run(store, source));
        Assert.True(failed is { Reason: BackupFailure.SourceInterrupted, IsTransient: true }, failed.ToString());
        Assert.Empty(await store.List("", Ct).ToList());
        Assert.Empty(await store.ListUnfinished(Ct).ToList());

        using var nobody = etcd.Connect();
        var unreachable = Assert.IsType<BackupOutcome.Failed>(await Run(store, new EtcdSnapshotSource(nobody)));
        Assert.True(unreachable is { Reason: BackupFailure.SourceUnreachable, IsTransient: true }, unreachable.ToString());
        Assert.Contains(etcd.Cluster.Members[0].ClientUrl, unreachable.Message, StringComparison.Ordinal);

        await etcd.Cluster.Members[0].Restart(Ct);
        Assert.IsType<BackupOutcome.Succeeded>(await Run(store, new EtcdSnapshotSource(client)));
    }

    [Fact]
    public async Task Etcd_without_our_client_certificate_is_named_with_the_reason()
    {
        using var folder = new ScratchFolder();
        await using var store = ObjectStores.Open(DirectoryAddress.Of(Path.Combine(folder.Path, "store")));
        using var tls = Daytwo.Etcd.Tls.EtcdTls.FromPem(await File.ReadAllTextAsync(etcd.Cluster.AuthorityFile, Ct), null, null);
        using var client = new EtcdClient(new EtcdClientOptions { Endpoints = [new Uri(etcd.Cluster.Endpoints[0])], Tls = tls });
        var failed = Assert.IsType<BackupOutcome.Failed>(await Run(store, new EtcdSnapshotSource(client)));
        Assert.Contains("certificate", failed.Message, StringComparison.Ordinal);
        Assert.Contains(etcd.Cluster.Members[0].ClientUrl, failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Object_damaged_in_the_bucket_is_found_and_the_place_named()
    {
        using var folder = new ScratchFolder();
        await using var s3 = await StartS3(folder);
        await using var store = Open(s3);
        using var client = etcd.Connect();
        var manifest = Assert.IsType<BackupOutcome.Succeeded>(await Run(store, new EtcdSnapshotSource(client))).Manifest;

        const int place = 12_345_678;
        await using (var file = File.Open(Path.Combine(s3.Directory, "backups", "snapshots", "one", manifest.Stored.Name), FileMode.Open, FileAccess.ReadWrite))
        {
            file.Position = place;
            var was = file.ReadByte();
            file.Position = place;
            file.WriteByte((byte)(was ^ 1));
        }

        var verifier = new SnapshotVerifier(TimeProvider.System);
        var outcome = await verifier.Verify(new VerificationRequest { Store = store, Manifest = manifest, Key = Key }, null, Ct);
        Assert.Equal(SnapshotFault.Damaged, outcome.Fault);
        Assert.True(await VerificationNotes.Record(store, manifest, outcome, Key, Ct));
        var entry = Assert.Single((await InventoryReader.Read(store, Key, Ct)).Snapshots);
        Assert.Equal(SnapshotHealth.Damaged, entry.Health);
        var numbers = System.Text.RegularExpressions.Regex.Matches(entry.LatestVerification!.Detail!, "[0-9]{6,}").Select(m => long.Parse(m.Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.InRange(place, numbers[0], numbers[1]);
    }

    [Fact]
    public async Task Bucket_that_does_not_exist_fails_the_run_and_is_named()
    {
        using var folder = new ScratchFolder();
        await using var s3 = await StartS3(folder);
        await using var store = Open(s3, "no-such-bucket");
        using var client = etcd.Connect();
        var failed = Assert.IsType<BackupOutcome.Failed>(await Run(store, new EtcdSnapshotSource(client)));
        Assert.Equal((BackupFailure.Store, StoreFailure.NoSuchBucket), (failed.Reason, failed.Store));
    }

    private static Task<BackupOutcome> Run(IObjectStore store, ISnapshotSource source) =>
        new BackupPipeline(TimeProvider.System).Run(Request(store, source), progress: null, Ct);

    private static BackupRequest Request(IObjectStore store, ISnapshotSource source) => new()
    {
        Id = SnapshotId.Parse("one"),
        Source = source,
        Store = store,
        Key = Key,
        Trigger = SnapshotTrigger.Scheduled,
    };

    private static async Task<S3Server> StartS3(ScratchFolder folder)
    {
        var s3 = await S3Server.Start(Programs.RequireS3(), folder.Path, TimeProvider.System, Ct);
        await s3.CreateBucket("backups", Ct);
        return s3;
    }

    private static IObjectStore Open(S3Server s3, string bucket = "backups") => ObjectStores.Open(
        new S3Settings
        {
            Address = BucketAddress.Of(bucket, ""),
            Endpoint = new Uri(s3.Url),
            PathStyle = true,
            Credentials = S3Credentials.Static(s3.AccessKey, s3.Secret),
            Retries = 1,
        },
        TimeProvider.System);
}
