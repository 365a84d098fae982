namespace Daytwo.Backup.Reading;

/// <summary>A stored snapshot cannot be read or trusted. The store itself works; its failures are <see cref="Storage.StoreException"/>.</summary>
/// <param name="message">What is wrong and where, for a person.</param>
/// <param name="offset">The byte of the stored object at or before which it shows; null when not known.</param>
public sealed class SnapshotUnreadableException(SnapshotFault fault, string message, long? offset = null, Exception? inner = null)
    : IOException(message, inner)
{
    public SnapshotFault Fault { get; } = fault;

    public long? Offset { get; } = offset;
}
