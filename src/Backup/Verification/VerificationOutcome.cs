using Daytwo.Backup.Manifests;
using Daytwo.Backup.Reading;

namespace Daytwo.Backup.Verification;

/// <summary>What a verification found.</summary>
/// <param name="Record">To keep beside the manifest; its detail says what was wrong and where.</param>
/// <param name="Content">What the walk through the database found; null below level Full and on failure.</param>
/// <param name="Fault">Null when all was well.</param>
public sealed record VerificationOutcome(VerificationRecord Record, SnapshotContent? Content, SnapshotFault? Fault)
{
    public bool Passed => Fault is null;
}
