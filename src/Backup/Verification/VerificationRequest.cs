using Daytwo.Backup.Manifests;
using Daytwo.Storage;

namespace Daytwo.Backup.Verification;

/// <summary>One stored snapshot to check.</summary>
public sealed record VerificationRequest
{
    public required IObjectStore Store { get; init; }

    public required SnapshotManifest Manifest { get; init; }

    /// <summary>Needed for level Full of an encrypted snapshot.</summary>
    public EncryptionKey? Key { get; init; }

    public VerificationLevel Level { get; init; } = VerificationLevel.Full;

    /// <summary>Where a temporary file may lie (encrypted, unlinked, as large as the snapshot); null means the system's temporary directory.</summary>
    public string? SpoolDirectory { get; init; }
}
