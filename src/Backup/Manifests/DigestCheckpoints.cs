namespace Daytwo.Backup.Manifests;

/// <summary>The running SHA-256 of an object taken at regular places, to locate a damage.</summary>
/// <param name="Interval">Bytes between two places.</param>
/// <param name="Sha256">The first 16 hexadecimal digits of the digest of the first <c>Interval</c> bytes, of the first <c>2 × Interval</c>, and so on.</param>
public sealed record DigestCheckpoints(long Interval, IReadOnlyList<string> Sha256);
