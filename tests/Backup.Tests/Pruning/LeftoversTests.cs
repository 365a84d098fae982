using Daytwo.Backup.Pruning;
using Daytwo.Backup.Tests.Support;
using Daytwo.Storage;

namespace Daytwo.Backup.Tests.Pruning;

public sealed class LeftoversTests : IAsyncDisposable
{
    private readonly FixedTime time = new();
    private readonly MemoryStore store;

    public LeftoversTests() => store = new MemoryStore(time);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Leftovers_of_killed_runs_go_after_a_day_and_nothing_else()
    {
        await Backups.Take(store, FakeSource.Of(10), time: time);
        Put("snapshots/two/0123456789abcdef.db.gz");
        Put("snapshots/three/verification.json");
        Put("snapshots/one/ffffffffffffffff.db.gz");
        Put("snapshots/two/foreign.txt");
        Put("other/0123456789abcdef.db.gz");
        store.Unfinished.Add(new UnfinishedWrite(ObjectKey.Of("snapshots/four/0123456789abcdef.db.gz"), "u", time.Now));
        store.Unfinished.Add(new UnfinishedWrite(ObjectKey.Of("other/thing"), "u", time.Now));

        time.Now += Leftovers.SafeAge - TimeSpan.FromSeconds(1);
        Assert.Equal((0, 0), Counts(await Leftovers.Sweep(store, Leftovers.SafeAge, Ct)));

        time.Now += TimeSpan.FromSeconds(1);
        var report = await Leftovers.Sweep(store, Leftovers.SafeAge, Ct);
        Assert.Equal(
            ["snapshots/one/ffffffffffffffff.db.gz", "snapshots/three/verification.json", "snapshots/two/0123456789abcdef.db.gz"],
            report.Objects.Select(o => o.Key.Value).Order(StringComparer.Ordinal));
        Assert.Equal("snapshots/four/0123456789abcdef.db.gz", Assert.Single(report.Writes).Key.Value);
        Assert.Single((await Backups.Inventory(store)).Snapshots);
        Assert.Equal(4, store.Objects.Count);
        Assert.Single(store.Unfinished);
    }

    [Fact]
    public async Task Leftovers_are_aged_by_the_stores_clock()
    {
        Put("snapshots/two/0123456789abcdef.db.gz");

        // Whatever this machine's clock says plays no role: the store has not aged.
        Assert.Equal((0, 0), Counts(await Leftovers.Sweep(store, TimeSpan.FromHours(1), Ct)));
        Assert.Single(store.Objects);
    }

    [Fact]
    public async Task Leftovers_beside_a_manifest_that_cannot_be_read_stay()
    {
        Put("snapshots/two/0123456789abcdef.db.gz");
        Put("snapshots/two/manifest.json");
        time.Now += TimeSpan.FromDays(9);
        Assert.Equal((0, 0), Counts(await Leftovers.Sweep(store, Leftovers.SafeAge, Ct)));
        Assert.Equal(2, store.Objects.Count);
    }

    [Fact]
    public async Task Leftovers_of_a_run_that_finishes_during_the_sweep_are_its_snapshot()
    {
        // Old data, as of a run that took more than a day, whose manifest appears right before the decision.
        Put("snapshots/one/0123456789abcdef.db.gz");
        time.Now += TimeSpan.FromDays(9);
        store.Before = (action, key) =>
        {
            if (action == "find" && key == "snapshots/one/manifest.json")
            {
                store.Before = (_, _) => { };
                Backups.Take(store, FakeSource.Of(10), time: time).GetAwaiter().GetResult();
            }
        };
        await Leftovers.Sweep(store, Leftovers.SafeAge, Ct);
        Assert.Single((await Backups.Inventory(store)).Snapshots);
    }

    [Fact]
    public async Task Pruner_that_dies_half_way_leaves_no_half_snapshot_listed()
    {
        await Backups.Take(store, FakeSource.Of(10), time: time);
        var entry = Assert.Single((await Backups.Inventory(store)).Snapshots);
        store.Before = (action, key) =>
        {
            if (action == "delete" && key.Contains(".db", StringComparison.Ordinal))
            {
                throw new StoreException(StoreFailure.Unreachable, "gone");
            }
        };
        await Assert.ThrowsAsync<StoreException>(() => new SnapshotPruner(store).Delete(entry, Ct));
        store.Before = (_, _) => { };
        Assert.Empty((await Backups.Inventory(store)).Snapshots);
        time.Now += TimeSpan.FromDays(2);
        Assert.Equal((1, 0), Counts(await Leftovers.Sweep(store, Leftovers.SafeAge, Ct)));
        Assert.Empty(store.Objects);
    }

    private static (int Objects, int Writes) Counts(SweepReport report) => (report.Objects.Count, report.Writes.Count);

    private void Put(string key)
    {
        store.Objects[key] = [1];
        store.Modified[key] = time.Now;
    }
}
