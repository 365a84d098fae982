using System.Globalization;
using Daytwo.Backup.Catalog;
using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pruning;
using Daytwo.Backup.Verification;
using Daytwo.Operator.EtcdBackup.Observation;

namespace Daytwo.Operator.EtcdBackup.Operations;

/// <summary>From manifests to what rules look at.</summary>
internal static class StoredSnapshots
{
    /// <summary>The kind that manifests name as owner.</summary>
    public const string OwnerKind = "EtcdBackup";

    public static StoredSnapshot Of(InventoryEntry entry) => Of(entry.Manifest, entry.Health, entry.VerifiedAt) with { Damage = entry.Damage };

    /// <summary>A copy just taken, with the verification that was part of it.</summary>
    public static StoredSnapshot Of(SnapshotManifest manifest)
    {
        var verified = manifest.Verification is { Passed: true, Level: > VerificationLevel.None } v ? v.At : (DateTimeOffset?)null;
        return Of(manifest, verified is null ? SnapshotHealth.Unknown : SnapshotHealth.Verified, verified);
    }

    private static StoredSnapshot Of(SnapshotManifest manifest, SnapshotHealth health, DateTimeOffset? verifiedAt) => new()
    {
        Id = manifest.Id,
        OwnerName = manifest.Owner is { Kind: OwnerKind } owner ? owner.Name : null,
        CreatedAt = manifest.CreatedAt,
        CompletedAt = manifest.CompletedAt,
        ScheduledAt = manifest.ScheduledAt,
        Health = health,
        VerifiedAt = verifiedAt,
        LockedUntil = manifest.Stored.Lock?.Until,
        Revision = manifest.Content?.Revision ?? manifest.Revision,
        TotalKeys = manifest.Content?.TotalKeys,
        Hash = manifest.Content?.Hash.ToString("x", CultureInfo.InvariantCulture),
        DatabaseBytes = manifest.Content?.TotalSize ?? manifest.Plain.Size,
        StoredBytes = manifest.Stored.Size,
        DatabaseSha256 = manifest.Plain.Sha256,
        StoredSha256 = manifest.Stored.Sha256,
        Compression = manifest.Compression.ToString(),
        KeyId = manifest.KeyId,
        EtcdVersion = manifest.Origin.EtcdVersion,
        StorageVersion = manifest.StorageVersion,
        Member = manifest.Origin.MemberName,
        ClusterId = manifest.Origin.ClusterId,
    };
}
