namespace Daytwo.Storage;

/// <summary>
/// An object being written. Bytes count only after <see cref="Complete"/>; disposing before that aborts and leaves nothing behind
/// (as far as the store can still be reached: <see cref="IObjectStore.ListUnfinished"/> finds the rest).
/// </summary>
/// <remarks>Used by one caller at a time. The given memory may be reused as soon as <see cref="Write"/> has ended.</remarks>
public abstract class ObjectWriter : IAsyncDisposable
{
    /// <summary>Appends bytes; waits while the store is slower than the caller.</summary>
    public abstract ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct);

    /// <summary>Makes the object visible, durable on return.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.Exists"/> when <see cref="PutOptions.OnlyIfAbsent"/> was asked and lost.</exception>
    public abstract ValueTask<StoredObject> Complete(CancellationToken ct);

    public abstract ValueTask DisposeAsync();
}
