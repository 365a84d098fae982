using Daytwo.Backup.Verification;

namespace Daytwo.Backup.Manifests;

/// <summary>The result of one verification.</summary>
/// <param name="Detail">What was wrong and where; null when all was well.</param>
public sealed record VerificationRecord(VerificationLevel Level, DateTimeOffset At, bool Passed, string? Detail = null);
