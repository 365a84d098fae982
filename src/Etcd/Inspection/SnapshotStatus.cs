using System.Text.Json.Serialization;

namespace Daytwo.Etcd.Inspection;

/// <summary>What <c>etcdutl snapshot status -w json</c> of etcd 3.6 prints, value for value.</summary>
/// <param name="Hash">CRC-32C over the names of all buckets and the keys and values in them, in order.</param>
/// <param name="Revision">The revision of the last record.</param>
/// <param name="TotalKeys">Keys that exist at the last revision. (Up to etcd 3.5 etcdutl counted records instead.)</param>
/// <param name="TotalSize">Bytes of the database that its pages span, the digest at a snapshot's end not counted.</param>
/// <param name="Version">The storage version, <c>3.6.0</c>; empty when the database has none, as before etcd 3.6.</param>
public sealed record SnapshotStatus(
    [property: JsonPropertyName("hash")] uint Hash,
    [property: JsonPropertyName("revision")] long Revision,
    [property: JsonPropertyName("totalKey")] int TotalKeys,
    [property: JsonPropertyName("totalSize")] long TotalSize,
    [property: JsonPropertyName("version")] string Version);
