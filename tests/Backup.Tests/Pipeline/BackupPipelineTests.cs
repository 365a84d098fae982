using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Tests.Support;
using Daytwo.Backup.Verification;
using Daytwo.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Pipeline;

public sealed class BackupPipelineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Compression.Gzip, true)]
    [InlineData(Compression.Gzip, false)]
    [InlineData(Compression.None, true)]
    [InlineData(Compression.None, false)]
    public async Task BackupPipeline_stores_what_can_be_read_back(Compression compression, bool encrypted)
    {
        var key = encrypted ? Backups.Key : null;
        foreach (var sectors in new[] { 1, 255, 256, 257, 5000 })
        {
            var store = new MemoryStore();
            var source = FakeSource.Of(sectors);
            var outcome = await Backups.Run(Backups.Request(store, source, key) with { Compression = compression });
            var manifest = Assert.IsType<BackupOutcome.Succeeded>(outcome).Manifest;
            Assert.Equal(source.Bytes, await ReadBack(store, manifest, key));
            Assert.Equal(store.Objects[Backups.DataKey(store)].Length, manifest.Stored.Size);
        }
    }

    [Fact]
    public async Task BackupPipeline_where_ISA_L_is_missing_compresses_by_the_runtime()
    {
        var store = new MemoryStore();
        var source = FakeSource.Of(5000);
        var outcome = await new BackupPipeline(new FixedTime(), byIsa: false).Run(Backups.Request(store, source), progress: null, Ct);
        var manifest = Assert.IsType<BackupOutcome.Succeeded>(outcome).Manifest;
        Assert.Equal(source.Bytes, await ReadBack(store, manifest, null));
        Assert.InRange(manifest.Stored.Size, 1, manifest.Plain.Size + 1000);
    }

    [Fact]
    public async Task BackupPipeline_writes_down_everything_it_knows()
    {
        var time = new FixedTime();
        var owner = new SnapshotOwner("EtcdBackup", "prod", "uid-1");
        var scheduled = time.Now.AddMinutes(-1);
        var request = Backups.Request(new MemoryStore(), FakeSource.Of(10), Backups.Key) with { Owner = owner, Trigger = SnapshotTrigger.Scheduled, ScheduledAt = scheduled };
        var manifest = Assert.IsType<BackupOutcome.Succeeded>(await Backups.Run(request, time)).Manifest;
        Assert.Equal(("one", time.Now, "cafe", "3.6.0", 42L), (manifest.Id, manifest.CreatedAt, manifest.Origin.ClusterId, manifest.StorageVersion, manifest.Revision));
        Assert.Equal((owner, SnapshotTrigger.Scheduled, scheduled), (manifest.Owner, manifest.Trigger, manifest.ScheduledAt));
        Assert.Equal(Backups.Key.Id, manifest.KeyId);
        Assert.Equal(new VerificationRecord(VerificationLevel.Stored, time.Now, Passed: true), manifest.Verification);
        var listed = Assert.Single((await Backups.Inventory(request.Store, Backups.Key)).Snapshots);
        Assert.Equal(SignatureState.Valid, listed.Signature);
        Assert.Equal(time.Now, listed.VerifiedAt);
    }

    [Fact]
    public async Task BackupPipeline_run_again_finds_the_finished_backup_and_asks_etcd_for_nothing()
    {
        var store = new MemoryStore();
        var source = FakeSource.Of(10);
        var first = await Backups.Take(store, source);
        var again = Assert.IsType<BackupOutcome.Succeeded>(await Backups.Run(Backups.Request(store, source)));
        Assert.True(again.AlreadyDone);
        Assert.Equal(first.Stored.Sha256, again.Manifest.Stored.Sha256);
        Assert.Equal(1, source.Opened);
    }

    [Fact]
    public async Task BackupPipeline_that_lost_a_race_keeps_the_winner_and_removes_its_own_data()
    {
        var store = new MemoryStore();
        var raced = false;
        store.Before = (action, key) =>
        {
            if (!raced && action == "complete" && key.EndsWith("manifest.json", StringComparison.Ordinal))
            {
                raced = true;
                Backups.Take(store, FakeSource.Of(20, seed: 2)).GetAwaiter().GetResult();
            }
        };
        var outcome = Assert.IsType<BackupOutcome.Succeeded>(await Backups.Run(Backups.Request(store, FakeSource.Of(10))));
        Assert.True(outcome.AlreadyDone);
        Assert.Equal(20 * 512 + 32, outcome.Manifest.Plain.Size);
        Assert.Equal(2, store.Objects.Count);
        Assert.Equal(FakeSource.Snapshot(20, 2), await ReadBack(store, outcome.Manifest, null));
    }

    [Theory]
    [InlineData("create")]
    [InlineData("write")]
    [InlineData("complete")]
    [InlineData("read")]
    public async Task BackupPipeline_whose_store_fails_lists_nothing_and_leaves_nothing(string when)
    {
        var store = new MemoryStore
        {
            Before = (action, key) =>
            {
                if (action == when && key.Contains(".db", StringComparison.Ordinal))
                {
                    throw new StoreException(StoreFailure.Full, "no room");
                }
            },
        };
        var failed = Assert.IsType<BackupOutcome.Failed>(await Backups.Run(Backups.Request(store, FakeSource.Of(5000), Backups.Key)));
        Assert.Equal((BackupFailure.Store, StoreFailure.Full), (failed.Reason, failed.Store));
        Assert.Empty(store.Objects);
        Assert.False(failed.IsTransient);
    }

    [Fact]
    public async Task BackupPipeline_whose_manifest_cannot_be_written_removes_the_data()
    {
        var store = new MemoryStore
        {
            Before = (action, key) =>
            {
                if (action == "complete" && key.EndsWith("manifest.json", StringComparison.Ordinal))
                {
                    throw new StoreException(StoreFailure.Unreachable, "gone");
                }
            },
        };
        var failed = Assert.IsType<BackupOutcome.Failed>(await Backups.Run(Backups.Request(store, FakeSource.Of(10))));
        Assert.True(failed.IsTransient);
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task BackupPipeline_whose_source_breaks_off_reports_the_source()
    {
        var store = new MemoryStore();
        var source = FakeSource.Of(5000, fault: sent =>
        {
            if (sent > 1_000_000)
            {
                throw new Daytwo.Backup.Sources.SnapshotSourceException(BackupFailure.SourceInterrupted, "member went away");
            }
        });
        var failed = Assert.IsType<BackupOutcome.Failed>(await Backups.Run(Backups.Request(store, source)));
        Assert.Equal((BackupFailure.SourceInterrupted, "member went away"), (failed.Reason, failed.Message));
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task BackupPipeline_whose_bytes_were_changed_by_the_store_fails_verification()
    {
        var store = new MemoryStore();
        store.Before = (action, key) =>
        {
            if (action == "read" && key.Contains(".db", StringComparison.Ordinal))
            {
                store.Objects[key][100] ^= 1;
            }
        };
        var failed = Assert.IsType<BackupOutcome.Failed>(await Backups.Run(Backups.Request(store, FakeSource.Of(5000))));
        Assert.Equal(BackupFailure.VerificationFailed, failed.Reason);
        Assert.Contains("between byte 0 and", failed.Message, StringComparison.Ordinal);
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task BackupPipeline_passes_the_callers_cancellation_on_and_cleans_up()
    {
        var store = new MemoryStore();
        using var cancelled = new CancellationTokenSource();
        var source = FakeSource.Of(5000, fault: sent =>
        {
            if (sent > 500_000)
            {
                cancelled.Cancel();
            }
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Daytwo.Backup.Pipeline.BackupPipeline(new FixedTime()).Run(Backups.Request(store, source), null, cancelled.Token));
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task BackupPipeline_cancelled_while_its_store_stands_still_ends_though_bytes_are_left_to_compress()
    {
        var standing = new TaskCompletionSource();
        var store = new MemoryStore
        {
            Pace = ct =>
            {
                standing.TrySetResult();
                return Task.Delay(Timeout.Infinite, ct);
            },
        };
        using var cancelled = new CancellationTokenSource();
        var told = new List<BackupProgress>();
        var run = new Daytwo.Backup.Pipeline.BackupPipeline(new FixedTime()).Run(Backups.Request(store, FakeSource.Of(5000), Backups.Key), new Listener(told), cancelled.Token);
        await standing.Task.WaitAsync(Ct);
        Assert.Equal(BackupStage.Transferring, told[^1].Stage);

        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(TimeSpan.FromSeconds(30), Ct));
        Assert.Empty(store.Objects);
    }

    [Fact]
    public async Task BackupPipeline_never_trusts_a_snapshot_of_its_id_that_another_key_signed()
    {
        var store = new MemoryStore();
        await Backups.Take(store, FakeSource.Of(10), Backups.OtherKey);
        var failed = Assert.IsType<BackupOutcome.Failed>(await Backups.Run(Backups.Request(store, FakeSource.Of(10), Backups.Key)));
        Assert.Equal(BackupFailure.IdTaken, failed.Reason);
        Assert.Equal(2, store.Objects.Count);
    }

    [Fact]
    public void BackupPipeline_killed_at_any_point_lists_only_what_can_be_read()
    {
        Prop.ForAll(Gen.Choose(0, 80).ToArbitrary(), steps =>
        {
            var store = new MemoryStore { Killed = true };
            var left = steps;
            store.Before = (_, _) =>
            {
                if (left-- <= 0)
                {
                    throw new InvalidOperationException("killed");
                }
            };
            try
            {
                Backups.Run(Backups.Request(store, FakeSource.Of(3000), Backups.Key)).GetAwaiter().GetResult();
            }
            catch (InvalidOperationException)
            {
            }

            store.Before = (_, _) => { };
            var listed = Backups.Inventory(store, Backups.Key).GetAwaiter().GetResult();
            Assert.Empty(listed.Problems);
            foreach (var entry in listed.Snapshots)
            {
                Assert.Equal(FakeSource.Snapshot(3000), ReadBack(store, entry.Manifest, Backups.Key).GetAwaiter().GetResult());
            }

            var again = Backups.Run(Backups.Request(store, FakeSource.Of(3000), Backups.Key)).GetAwaiter().GetResult();
            Assert.IsType<BackupOutcome.Succeeded>(again);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task BackupPipeline_tells_how_far_it_is()
    {
        var told = new List<BackupProgress>();
        var listener = new Listener(told);
        var source = FakeSource.Of(5000);
        await new Daytwo.Backup.Pipeline.BackupPipeline(new FixedTime()).Run(Backups.Request(new MemoryStore(), source), listener, Ct);
        Assert.Equal([BackupStage.Connecting, BackupStage.Transferring, BackupStage.Verifying, BackupStage.Finishing], told.Select(p => p.Stage).Distinct());
        var transferred = told.Last(p => p.Stage == BackupStage.Transferring);
        Assert.Equal((source.Bytes.Length, 0L), (transferred.PlainBytes, transferred.RemainingBytes));
    }

    private static async Task<byte[]> ReadBack(IObjectStore store, SnapshotManifest manifest, EncryptionKey? key)
    {
        await using var stream = await SnapshotReader.Open(store, manifest, key, Ct);
        var plain = new MemoryStream();
        await stream.CopyToAsync(plain, Ct);
        return plain.ToArray();
    }

    private sealed class Listener(List<BackupProgress> told) : IProgress<BackupProgress>
    {
        public void Report(BackupProgress value) => told.Add(value);
    }
}
