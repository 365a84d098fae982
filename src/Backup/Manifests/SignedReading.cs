namespace Daytwo.Backup.Manifests;

/// <summary>A document and what its signature is worth.</summary>
internal sealed record SignedReading<T>(T Value, SignatureState Signature, string? SignatureKeyId);
