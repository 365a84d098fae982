namespace Daytwo.Etcd.Snapshots;

/// <summary>SHA-256 digests of a snapshot, in lower-case hexadecimal.</summary>
/// <param name="Content">Over the database, as etcd computed it.</param>
/// <param name="File">Over the whole file, etcd's digest at its end included: what <c>sha256sum</c> prints.</param>
public sealed record SnapshotDigests(string Content, string File);
