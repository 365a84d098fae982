namespace Daytwo.Backup.Manifests;

/// <summary>The document beside a manifest that records its latest verification; bound to the stored bytes that were verified.</summary>
internal sealed record VerificationNote(string Id, string StoredSha256, VerificationRecord Verification);
