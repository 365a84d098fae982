namespace Daytwo.Etcd.KeyValues;

/// <summary>A transaction's condition: the key's last change was at exactly this revision; 0 means that it does not exist.</summary>
public sealed record Comparison(ReadOnlyMemory<byte> Key, long ModRevision);
