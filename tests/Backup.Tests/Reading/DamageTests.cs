using Daytwo.Backup.Manifests;
using Daytwo.Backup.Reading;
using Daytwo.Backup.Tests.Support;
using Daytwo.Backup.Verification;
using FsCheck;
using FsCheck.Fluent;

namespace Daytwo.Backup.Tests.Reading;

/// <summary>Whatever byte of whatever object is changed, cut off or added: it shows, and where.</summary>
public sealed class DamageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, Compression.Gzip)]
    [InlineData(false, Compression.Gzip)]
    [InlineData(true, Compression.None)]
    [InlineData(false, Compression.None)]
    public async Task Snapshot_with_a_changed_byte_anywhere_is_found_damaged_and_the_place_named(bool encrypted, Compression compression)
    {
        var (store, manifest, key) = await Stored(encrypted, compression);
        var good = store.Objects[Backups.DataKey(store)];
        Prop.ForAll(Gen.Choose(0, good.Length - 1).ToArbitrary(), at =>
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 0x10;
            store.Objects[Backups.DataKey(store)] = bad;
            var stored = Verify(store, manifest, key, VerificationLevel.Stored);
            Assert.Equal(SnapshotFault.Damaged, stored.Fault);
            var (from, to) = Place(stored.Record.Detail!);
            Assert.InRange(at, from, to);
            Assert.InRange(to - from, 0, 2 * 65536);
            var read = Assert.Throws<SnapshotUnreadableException>(() => ReadAll(store, manifest, key));
            Assert.True(read.Fault is SnapshotFault.Damaged or SnapshotFault.KeyWrong or SnapshotFault.FormatUnknown, read.Message);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Snapshot_cut_anywhere_or_grown_is_found_damaged(bool encrypted)
    {
        var (store, manifest, key) = await Stored(encrypted, Compression.Gzip);
        var good = store.Objects[Backups.DataKey(store)];
        Prop.ForAll(Gen.Choose(0, good.Length + 100).Where(n => n != good.Length).ToArbitrary(), length =>
        {
            var bad = new byte[length];
            good.AsSpan(0, Math.Min(length, good.Length)).CopyTo(bad);
            store.Objects[Backups.DataKey(store)] = bad;
            Assert.Equal(SnapshotFault.Damaged, Verify(store, manifest, key, VerificationLevel.Stored).Fault);
            Assert.Equal(SnapshotFault.Damaged, Assert.Throws<SnapshotUnreadableException>(() => ReadAll(store, manifest, key)).Fault);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Snapshot_whose_data_is_gone_is_found_damaged()
    {
        var (store, manifest, key) = await Stored(encrypted: true, Compression.Gzip);
        store.Objects.Remove(Backups.DataKey(store));
        var outcome = Verify(store, manifest, key, VerificationLevel.Full);
        Assert.Equal(SnapshotFault.Damaged, outcome.Fault);
        Assert.Contains("missing", outcome.Record.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_read_without_its_key_or_with_another_says_which_one_it_needs()
    {
        var (store, manifest, _) = await Stored(encrypted: true, Compression.Gzip);
        Assert.Equal(SnapshotFault.KeyMissing, Assert.Throws<SnapshotUnreadableException>(() => ReadAll(store, manifest, null)).Fault);
        var wrong = Assert.Throws<SnapshotUnreadableException>(() => ReadAll(store, manifest, Backups.OtherKey));
        Assert.Equal(SnapshotFault.KeyWrong, wrong.Fault);
        Assert.Contains(Backups.Key.Id, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(Backups.OtherKey.Id, wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snapshot_without_signature_is_refused_when_a_key_is_given()
    {
        var (store, manifest, _) = await Stored(encrypted: false, Compression.Gzip);
        Assert.Equal(SnapshotFault.Untrusted, Verify(store, manifest, Backups.Key, VerificationLevel.Stored).Fault);
        Assert.Equal(SnapshotFault.Untrusted, Assert.Throws<SnapshotUnreadableException>(() => ReadAll(store, manifest, Backups.Key)).Fault);
    }

    [Fact]
    public async Task Manifest_robbed_of_its_signature_is_refused_even_without_a_key()
    {
        var (document, _) = await StoredManifest();
        var text = System.Text.Encoding.UTF8.GetString(document);
        var robbed = System.Text.Encoding.UTF8.GetBytes(text[..text.LastIndexOf(",\n  \"signature\"", StringComparison.Ordinal)] + "}");
        foreach (var key in new[] { Backups.Key, null })
        {
            Assert.Contains("taken away", ManifestDocument.Read(SnapshotId.Parse("one"), robbed, key).Problem, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Manifest_with_a_changed_byte_anywhere_is_never_believed()
    {
        var (good, trusted) = await StoredManifest();
        for (var at = 0; at < good.Length; at++)
        {
            var bad = (byte[])good.Clone();
            bad[at] ^= 0x01;
            var reading = ManifestDocument.Read(SnapshotId.Parse("one"), bad, Backups.Key);
            var believed = reading is { Manifest: not null, Signature: SignatureState.Valid };

            // Only white space outside of the signed part may change unseen.
            Assert.True(!believed || Same(reading.Manifest!, trusted), $"byte {at} was changed and the manifest believed");
        }
    }

    [Fact]
    public async Task Manifest_cut_anywhere_is_a_problem_and_no_snapshot()
    {
        var (good, _) = await StoredManifest();
        for (var length = 0; length < good.Length; length++)
        {
            var reading = ManifestDocument.Read(SnapshotId.Parse("one"), good.AsSpan(0, length), Backups.Key);
            Assert.Null(reading.Manifest);
            Assert.NotNull(reading.Problem);
        }
    }

    private static async Task<(byte[] Document, SnapshotManifest Manifest)> StoredManifest()
    {
        var (store, manifest, _) = await Stored(encrypted: true, Compression.Gzip);
        return (store.Objects[SnapshotLayout.Manifest(SnapshotId.Parse("one")).Value], manifest);
    }

    private static async Task<(MemoryStore Store, SnapshotManifest Manifest, EncryptionKey? Key)> Stored(bool encrypted, Compression compression)
    {
        var store = new MemoryStore();
        var key = encrypted ? Backups.Key : null;
        var outcome = await Backups.Run(Backups.Request(store, FakeSource.Of(2000), key) with { Compression = compression });
        return (store, Assert.IsType<BackupOutcome.Succeeded>(outcome).Manifest, key);
    }

    private static VerificationOutcome Verify(MemoryStore store, SnapshotManifest manifest, EncryptionKey? key, VerificationLevel level) =>
        new SnapshotVerifier(new FixedTime())
            .Verify(new VerificationRequest { Store = store, Manifest = manifest, Key = key, Level = level }, null, Ct).GetAwaiter().GetResult();

    private static void ReadAll(MemoryStore store, SnapshotManifest manifest, EncryptionKey? key)
    {
        using var stream = SnapshotReader.Open(store, manifest, key, Ct).GetAwaiter().GetResult();
        stream.CopyToAsync(Stream.Null, Ct).GetAwaiter().GetResult();
    }

    private static (long From, long To) Place(string detail)
    {
        var numbers = System.Text.RegularExpressions.Regex.Matches(detail, "byte ([0-9]+)").Select(m => long.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return (numbers[0], numbers[1]);
    }

    private static bool Same(SnapshotManifest a, SnapshotManifest b) =>
        System.Text.Json.JsonSerializer.Serialize(a, BackupJson.Default.SnapshotManifest) == System.Text.Json.JsonSerializer.Serialize(b, BackupJson.Default.SnapshotManifest);
}
