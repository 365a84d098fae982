using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pruning;
using Daytwo.Backup.Verification;

namespace Daytwo.Backup.Catalog;

/// <summary>A finished snapshot in a store.</summary>
/// <param name="Signature">Of the manifest; never <see cref="SignatureState.Invalid"/>, which is a problem and not a snapshot.</param>
/// <param name="LatestVerification">When taken or later; null when never verified.</param>
public sealed record InventoryEntry(SnapshotId Id, SnapshotManifest Manifest, SignatureState Signature, VerificationRecord? LatestVerification)
{
    public DateTimeOffset? VerifiedAt => LatestVerification is { Passed: true, Level: > VerificationLevel.None } v ? v.At : null;

    public SnapshotHealth Health => LatestVerification switch
    {
        _ when Signature is SignatureState.Missing or SignatureState.OtherKey => SnapshotHealth.Untrusted,
        { Passed: false } => SnapshotHealth.Damaged,
        { Level: > VerificationLevel.None } => SnapshotHealth.Verified,
        _ => SnapshotHealth.Unknown,
    };

    public RetainedSnapshot ForRetention() => new(Id, Manifest.CreatedAt, Health, Manifest.Stored.Lock?.Until);
}
