namespace Daytwo.Etcd.Snapshots;

/// <summary>A snapshot that is not what etcd sent, or not a snapshot at all. Trying the same bytes again is of no use.</summary>
public sealed class SnapshotDamagedException : IOException
{
    public SnapshotDamagedException(string message)
        : base(message)
    {
    }

    public SnapshotDamagedException(string message, long offset, Exception? inner = null)
        : base($"{message} (at byte {offset})", inner) => Offset = offset;

    /// <summary>The byte of the file where the damage shows; null when it concerns the whole.</summary>
    public long? Offset { get; }
}
