using Daytwo.Backup.Catalog;

namespace Daytwo.Cli.Backups;

/// <summary>One stored snapshot as <c>backup list</c> prints it for programs.</summary>
internal sealed record SnapshotRow(
    string Id,
    DateTimeOffset CreatedAt,
    long? Revision,
    long PlainBytes,
    long StoredBytes,
    string Sha256,
    string Compression,
    string? KeyId,
    string Health,
    DateTimeOffset? VerifiedAt,
    string? StorageVersion,
    string Member,
    string ClusterId)
{
    public static SnapshotRow Of(InventoryEntry entry) => new(
        entry.Id.Value, entry.Manifest.CreatedAt, entry.Manifest.Revision, entry.Manifest.Plain.Size, entry.Manifest.Stored.Size, entry.Manifest.Plain.Sha256,
        entry.Manifest.Compression.ToString(), entry.Manifest.KeyId, entry.Health.ToString(), entry.VerifiedAt, entry.Manifest.StorageVersion,
        entry.Manifest.Origin.MemberName, entry.Manifest.Origin.ClusterId);
}
