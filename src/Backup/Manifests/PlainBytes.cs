namespace Daytwo.Backup.Manifests;

/// <summary>The snapshot as etcd sent it, its trailing digest included.</summary>
/// <param name="Sha256">Lowercase hexadecimal.</param>
public sealed record PlainBytes(long Size, string Sha256);
