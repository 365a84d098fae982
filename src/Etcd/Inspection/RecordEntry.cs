using Daytwo.Etcd.Protobuf;
using Daytwo.Etcd.Snapshots;

namespace Daytwo.Etcd.Inspection;

/// <summary>Reads an entry of the bucket <c>key</c>.</summary>
internal static class RecordEntry
{
    private const int MostShown = 32;

    /// <exception cref="SnapshotDamagedException">The key is no revision, or the value no record.</exception>
    public static RecordKey Parse(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, long offset, out ulong fingerprint)
    {
        if (!RecordKey.TryParse(key, out var record))
        {
            var shown = Convert.ToHexStringLower(key[..Math.Min(key.Length, MostShown)]);
            throw new SnapshotDamagedException($"the record's key {shown} is no revision", offset);
        }

        try
        {
            fingerprint = KeyFingerprint.Of(RecordValue.Key(value));
            return record;
        }
        catch (MalformedMessageException e)
        {
            throw new SnapshotDamagedException($"the record of revision {record.Main} cannot be read: {e.Message}", offset, e);
        }
    }
}
