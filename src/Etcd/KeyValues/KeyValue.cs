namespace Daytwo.Etcd.KeyValues;

/// <summary>A key with its value at one revision.</summary>
/// <param name="Version">Counts the writes since the key was created; 1 for the first.</param>
public sealed record KeyValue(
    ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Value, long CreateRevision, long ModRevision, long Version, long Lease);
