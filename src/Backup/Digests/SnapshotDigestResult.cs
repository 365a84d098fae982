namespace Daytwo.Backup.Digests;

/// <param name="Sha256">Of all bytes, lowercase hexadecimal.</param>
/// <param name="Problem">Why the bytes are no whole snapshot; null when they are.</param>
internal sealed record SnapshotDigestResult(long Length, string Sha256, string? Problem);
