namespace Daytwo.Etcd.Snapshots;

/// <summary>A snapshot that is not what etcd sent, or not a snapshot at all. Trying the same bytes again is of no use.</summary>
public sealed class SnapshotDamagedException(string message, Exception? inner = null) : IOException(message, inner);
