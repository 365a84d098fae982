using System.Runtime.CompilerServices;

namespace Daytwo.Storage.FileSystem;

/// <summary>
/// Objects as files below one directory: files 0600, directories 0700, written under a temporary name, forced to the disk, then renamed.
/// Follows no symbolic link below its root.
/// </summary>
internal sealed class DirectoryStore(DirectoryAddress address) : IObjectStore
{
    private readonly StorePaths paths = new(address.Path);

    public string Address => address.ToString();

    public ValueTask<ObjectWriter> Create(ObjectKey key, PutOptions options, CancellationToken ct)
    {
        if (options.Lock is not null)
        {
            throw new StoreException(
                StoreFailure.Misconfigured, $"{Address} is a directory and cannot lock objects against deletion. Use an S3 bucket with Object Lock, or no lock.");
        }

        return ValueTask.FromResult<ObjectWriter>(Run(key, () => FileObjectWriter.Open(paths, this, key, options)));
    }

    public ValueTask<StoredObject?> Find(ObjectKey key, CancellationToken ct) =>
        ValueTask.FromResult(Run(key, () =>
            new FileInfo(paths.Of(key)) is { Exists: true } file ? new StoredObject(key, file.Length, file.LastWriteTimeUtc) : null));

    public ValueTask<Stream> OpenRead(ObjectKey key, ByteRange? range, CancellationToken ct) => ValueTask.FromResult<Stream>(Run(key, () =>
    {
        var file = new FileStream(paths.Of(key), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.Read,
            Share = FileShare.ReadWrite | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            BufferSize = 0,
        });
        file.Seek(range?.Offset ?? 0, SeekOrigin.Begin);
        return new FileObjectStream(file, range?.Length ?? long.MaxValue, this, key);
    }));

    public async IAsyncEnumerable<StoredObject> List(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var found in Run(null, () => paths.Files(prefix).OrderBy(f => f.Key.Value, StringComparer.Ordinal).ToList()))
        {
            ct.ThrowIfCancellationRequested();
            if (await Find(found.Key, ct) is { } stored)
            {
                yield return stored;
            }
        }
    }

    public ValueTask Delete(ObjectKey key, CancellationToken ct)
    {
        Run(key, () => paths.Delete(key, paths.Of(key)));
        return ValueTask.CompletedTask;
    }

    public async IAsyncEnumerable<UnfinishedWrite> ListUnfinished([EnumeratorCancellation] CancellationToken ct)
    {
        await ValueTask.CompletedTask;
        foreach (var write in Run(null, () => paths.TemporaryFiles().ToList()))
        {
            ct.ThrowIfCancellationRequested();
            yield return write;
        }
    }

    public ValueTask Abort(UnfinishedWrite write, CancellationToken ct)
    {
        Run(write.Key, () => paths.Delete(write.Key, paths.Temporary(write.Key)));
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs a file operation and gives its failures this layer's shape.</summary>
    internal T Run<T>(ObjectKey? key, Func<T> operation)
    {
        try
        {
            return operation();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFailures.Describe(e, Address, key);
        }
    }
}
