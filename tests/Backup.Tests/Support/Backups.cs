using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pipeline;
using Daytwo.Backup.Verification;
using Daytwo.Storage;

namespace Daytwo.Backup.Tests.Support;

/// <summary>Backups of fake sources in one call.</summary>
internal static class Backups
{
    public static EncryptionKey Key { get; } = EncryptionKey.FromBytes([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    public static EncryptionKey OtherKey { get; } = EncryptionKey.FromBytes(new byte[32]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static BackupRequest Request(IObjectStore store, FakeSource source, EncryptionKey? key = null, string id = "one") => new()
    {
        Id = SnapshotId.Parse(id),
        Source = source,
        Store = store,
        Key = key,
        Verification = VerificationLevel.Stored,
    };

    public static Task<BackupOutcome> Run(BackupRequest request, TimeProvider? time = null) =>
        new BackupPipeline(time ?? new FixedTime()).Run(request, progress: null, Ct);

    public static async Task<SnapshotManifest> Take(IObjectStore store, FakeSource source, EncryptionKey? key = null, string id = "one", TimeProvider? time = null) =>
        Assert.IsType<BackupOutcome.Succeeded>(await Run(Request(store, source, key, id), time)).Manifest;

    public static Task<Inventory> Inventory(IObjectStore store, EncryptionKey? key = null) => InventoryReader.Read(store, key, Ct);

    public static string DataKey(MemoryStore store) => Assert.Single(store.Objects.Keys, k => k.Contains(".db", StringComparison.Ordinal));
}
