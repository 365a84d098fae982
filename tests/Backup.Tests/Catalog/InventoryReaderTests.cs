using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pruning;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Tests.Support;
using Daytwo.Backup.Verification;
using Daytwo.Storage;

namespace Daytwo.Backup.Tests.Catalog;

public sealed class InventoryReaderTests : IAsyncDisposable
{
    private readonly FixedTime time = new();
    private readonly MemoryStore store = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Inventory_of_an_empty_store_is_empty()
    {
        var found = await Backups.Inventory(store);
        Assert.Empty(found.Snapshots);
        Assert.Empty(found.Problems);
    }

    [Fact]
    public async Task Inventory_lists_newest_first_and_ignores_what_is_not_ours()
    {
        foreach (var id in new[] { "a", "c", "b" })
        {
            time.Now += TimeSpan.FromHours(1);
            await Backups.Take(store, FakeSource.Of(10), id: id, time: time);
        }

        store.Objects["snapshots/Foreign/manifest.json"] = [1];
        store.Objects["snapshots/x/y/manifest.json"] = [1];
        store.Objects["readme.txt"] = [1];
        store.Objects["snapshots/d/0123456789abcdef.db"] = [1];
        var found = await Backups.Inventory(store);
        Assert.Equal(["b", "c", "a"], found.Snapshots.Select(s => s.Id.Value));
        Assert.Empty(found.Problems);
    }

    [Fact]
    public async Task Snapshot_whose_data_is_gone_is_damaged_though_it_was_verified()
    {
        await Backups.Take(store, FakeSource.Of(1000));
        store.Objects.Remove(Backups.DataKey(store));

        var entry = Assert.Single((await Backups.Inventory(store)).Snapshots);
        Assert.Equal((SnapshotHealth.Damaged, null), (entry.Health, entry.VerifiedAt));
        Assert.EndsWith("is gone.", entry.Damage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_whose_data_was_cut_is_damaged_and_both_lengths_told()
    {
        var manifest = await Backups.Take(store, FakeSource.Of(1000));
        var key = Backups.DataKey(store);
        store.Objects[key] = store.Objects[key][..^1];

        var entry = Assert.Single((await Backups.Inventory(store)).Snapshots);
        Assert.Equal(SnapshotHealth.Damaged, entry.Health);
        Assert.Contains($"has {manifest.Stored.Size - 1} bytes instead of {manifest.Stored.Size}", entry.Damage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"manifest\":null}")]
    [InlineData("{\"manifest\":{}}")]
    [InlineData("{\"manifest\":{},\"manifest\":{}}")]
    [InlineData("not json")]
    public async Task Inventory_reports_a_manifest_that_is_none(string text)
    {
        store.Objects["snapshots/one/manifest.json"] = System.Text.Encoding.UTF8.GetBytes(text);
        var found = await Backups.Inventory(store);
        Assert.Empty(found.Snapshots);
        Assert.Equal("snapshots/one/manifest.json", Assert.Single(found.Problems).Key);
    }

    [Fact]
    public async Task Inventory_refuses_a_manifest_copied_to_another_snapshot()
    {
        await Backups.Take(store, FakeSource.Of(10), Backups.Key);
        store.Objects["snapshots/two/manifest.json"] = store.Objects["snapshots/one/manifest.json"];
        var found = await Backups.Inventory(store, Backups.Key);
        Assert.Single(found.Snapshots);
        Assert.Contains("copied here", Assert.Single(found.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inventory_refuses_a_manifest_whose_data_would_lie_elsewhere()
    {
        await Backups.Take(store, FakeSource.Of(10));
        var manifest = System.Text.Encoding.UTF8.GetString(store.Objects["snapshots/one/manifest.json"]);
        var name = Backups.DataKey(store)["snapshots/one/".Length..];
        store.Objects["snapshots/one/manifest.json"] = System.Text.Encoding.UTF8.GetBytes(manifest.Replace(name, "../two/x.db", StringComparison.Ordinal));
        Assert.Contains("impossible values", Assert.Single((await Backups.Inventory(store)).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inventory_refuses_a_manifest_of_a_later_format_and_says_so()
    {
        await Backups.Take(store, FakeSource.Of(10));
        var manifest = System.Text.Encoding.UTF8.GetString(store.Objects["snapshots/one/manifest.json"]);
        store.Objects["snapshots/one/manifest.json"] =
            System.Text.Encoding.UTF8.GetBytes(manifest.Replace("\"formatVersion\": 1", "\"formatVersion\": 2, \"novelty\": 1", StringComparison.Ordinal));
        Assert.Contains("newer daytwo", Assert.Single((await Backups.Inventory(store)).Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true, SignatureState.Valid, SnapshotHealth.Verified)]
    [InlineData(true, false, SignatureState.Unchecked, SnapshotHealth.Verified)]
    [InlineData(false, false, SignatureState.Absent, SnapshotHealth.Verified)]
    [InlineData(false, true, SignatureState.Missing, SnapshotHealth.Untrusted)]
    public async Task Inventory_tells_what_a_signature_is_worth(bool signed, bool keyGiven, SignatureState expected, SnapshotHealth health)
    {
        await Backups.Take(store, FakeSource.Of(10), signed ? Backups.Key : null);
        var entry = Assert.Single((await Backups.Inventory(store, keyGiven ? Backups.Key : null)).Snapshots);
        Assert.Equal((expected, health), (entry.Signature, entry.Health));
    }

    [Fact]
    public async Task Inventory_lists_snapshots_of_an_earlier_key_as_untrusted()
    {
        await Backups.Take(store, FakeSource.Of(10), Backups.OtherKey);
        var entry = Assert.Single((await Backups.Inventory(store, Backups.Key)).Snapshots);
        Assert.Equal((SignatureState.OtherKey, SnapshotHealth.Untrusted), (entry.Signature, entry.Health));
    }

    [Fact]
    public async Task Inventory_shows_the_latest_verification()
    {
        var manifest = await Backups.Take(store, FakeSource.Of(10), Backups.Key, time: time);
        time.Now += TimeSpan.FromDays(1);
        Assert.True(await Record(manifest, passed: true, Backups.Key));
        Assert.Equal(time.Now, Assert.Single((await Backups.Inventory(store, Backups.Key)).Snapshots).VerifiedAt);
        Assert.True(await Record(manifest, passed: false, Backups.Key));
        var entry = Assert.Single((await Backups.Inventory(store, Backups.Key)).Snapshots);
        Assert.Equal((SnapshotHealth.Damaged, "cut", null), (entry.Health, entry.LatestVerification!.Detail, entry.VerifiedAt));
    }

    [Fact]
    public async Task Inventory_ignores_a_note_that_nobody_with_the_key_wrote()
    {
        var manifest = await Backups.Take(store, FakeSource.Of(10), Backups.Key, time: time);
        Assert.False(await Record(manifest, passed: false, key: null));
        Assert.True(await Record(manifest with { KeyId = null }, passed: false, key: null));
        var found = await Backups.Inventory(store, Backups.Key);
        Assert.Equal(SnapshotHealth.Verified, Assert.Single(found.Snapshots).Health);
        Assert.Contains("ignored", Assert.Single(found.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inventory_of_a_store_that_fails_fails()
    {
        store.Before = (_, _) => throw new StoreException(StoreFailure.Denied, "no");
        await Assert.ThrowsAsync<StoreException>(() => Backups.Inventory(store));
    }

    private Task<bool> Record(SnapshotManifest manifest, bool passed, EncryptionKey? key)
    {
        var record = new VerificationRecord(VerificationLevel.Full, time.Now, passed, passed ? null : "cut");
        return VerificationNotes.Record(store, manifest, new VerificationOutcome(record, null, passed ? null : SnapshotFault.Damaged), key, Ct);
    }
}
