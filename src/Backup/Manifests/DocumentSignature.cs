namespace Daytwo.Backup.Manifests;

internal sealed record DocumentSignature(string Algorithm, string KeyId, byte[] Value);
