using Daytwo.Backup.Manifests;
using Daytwo.Backup.Pruning;
using Daytwo.Backup.Verification;

namespace Daytwo.Backup.Catalog;

/// <summary>A finished snapshot in a store.</summary>
/// <param name="Signature">Of the manifest; never <see cref="SignatureState.Invalid"/>, which is a problem and not a snapshot.</param>
/// <param name="LatestVerification">When taken or later; null when never verified.</param>
public sealed record InventoryEntry(SnapshotId Id, SnapshotManifest Manifest, SignatureState Signature, VerificationRecord? LatestVerification)
{
    /// <summary>Why the snapshot cannot be restored whatever was verified before: its data is gone or has another length. Null when neither.</summary>
    public string? DataFault { get; init; }

    /// <summary>What is wrong with a damaged snapshot, for a person; null otherwise.</summary>
    public string? Damage => Health == SnapshotHealth.Damaged ? DataFault ?? LatestVerification?.Detail : null;

    public DateTimeOffset? VerifiedAt => DataFault is null && LatestVerification is { Passed: true, Level: > VerificationLevel.None } v ? v.At : null;

    public SnapshotHealth Health => LatestVerification switch
    {
        _ when Signature is SignatureState.Missing or SignatureState.OtherKey => SnapshotHealth.Untrusted,
        _ when DataFault is not null => SnapshotHealth.Damaged,
        { Passed: false } => SnapshotHealth.Damaged,
        { Level: > VerificationLevel.None } => SnapshotHealth.Verified,
        _ => SnapshotHealth.Unknown,
    };

    public RetainedSnapshot ForRetention() => new(Id, Manifest.CreatedAt, Health, Manifest.Stored.Lock?.Until);
}
