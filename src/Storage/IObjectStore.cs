namespace Daytwo.Storage;

/// <summary>
/// Somewhere to keep objects: a folder in an S3 bucket, or a directory. Keys are relative to it.
/// </summary>
/// <remarks>
/// Guarantees: an object appears whole or not at all; memory use does not depend on an object's size; every failure is a
/// <see cref="StoreException"/> (or the caller's cancellation); nothing outside the folder is ever read, written or deleted.
/// Safe for use by several threads.
/// </remarks>
public interface IObjectStore : IAsyncDisposable
{
    /// <summary>Where this is, for people: <c>s3://bucket/prefix at https://endpoint</c> or <c>file:/dir</c>. Never holds a secret.</summary>
    string Address { get; }

    /// <summary>Starts writing an object, replacing any of that name once complete.</summary>
    ValueTask<ObjectWriter> Create(ObjectKey key, PutOptions options, CancellationToken ct);

    /// <summary>Facts about one object; null when there is none.</summary>
    ValueTask<StoredObject?> Find(ObjectKey key, CancellationToken ct);

    /// <summary>Opens an object, or a range of it, for reading from start to end. The stream raises <see cref="StoreException"/> too.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.NotFound"/> when there is no such object.</exception>
    ValueTask<Stream> OpenRead(ObjectKey key, ByteRange? range, CancellationToken ct);

    /// <summary>All objects whose key starts with <paramref name="prefix"/> (empty: all), in ordinal order of keys. Names that no key of ours can have are left out.</summary>
    IAsyncEnumerable<StoredObject> List(string prefix, CancellationToken ct);

    /// <summary>Deletes an object with all its versions. No error when there is none.</summary>
    /// <exception cref="StoreException"><see cref="StoreFailure.Locked"/> when a retention lock forbids it.</exception>
    ValueTask Delete(ObjectKey key, CancellationToken ct);

    /// <summary>Writes that were begun and neither completed nor aborted, for example because their process was killed.</summary>
    IAsyncEnumerable<UnfinishedWrite> ListUnfinished(CancellationToken ct);

    /// <summary>Frees what an unfinished write holds. No error when it is gone.</summary>
    ValueTask Abort(UnfinishedWrite write, CancellationToken ct);
}
