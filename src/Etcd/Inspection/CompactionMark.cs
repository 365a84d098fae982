namespace Daytwo.Etcd.Inspection;

/// <summary>The two entries of the bucket <c>meta</c> that tell up to which revision history was, or is being, removed.</summary>
internal static class CompactionMark
{
    public static bool TryParse(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, out long revision)
    {
        revision = 0;
        if (!key.SequenceEqual("finishedCompactRev"u8) && !key.SequenceEqual("scheduledCompactRev"u8))
        {
            return false;
        }

        var isRevision = RecordKey.TryParse(value, out var record);
        revision = record.Main;
        return isRevision;
    }
}
