namespace Daytwo.Storage.FileSystem;

/// <summary>Writes a temporary file that becomes the object when complete.</summary>
internal sealed class FileObjectWriter : ObjectWriter
{
    private readonly StorePaths paths;
    private readonly DirectoryStore store;
    private readonly ObjectKey key;
    private readonly bool onlyIfAbsent;
    private readonly FileStream file;
    private bool ended;

    private FileObjectWriter(StorePaths paths, DirectoryStore store, ObjectKey key, bool onlyIfAbsent, FileStream file)
    {
        this.paths = paths;
        this.store = store;
        this.key = key;
        this.onlyIfAbsent = onlyIfAbsent;
        this.file = file;
    }

    /// <exception cref="IOException">Also when another process writes this object at the moment: the temporary file is locked while open.</exception>
    public static FileObjectWriter Open(StorePaths paths, DirectoryStore store, ObjectKey key, PutOptions options)
    {
        try
        {
            paths.CreateFolder(key);
            var file = PrivateFiles.OpenForWriting(paths.Temporary(key));
            file.SetLength(0);
            return new FileObjectWriter(paths, store, key, options.OnlyIfAbsent, file);
        }
        catch (IOException)
        {
            // A folder is a file that a full disk lacks as well.
            paths.ForgetEmptyFolders(key);
            throw;
        }
    }

    public override async ValueTask Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        try
        {
            await file.WriteAsync(bytes, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFailures.Describe(e, store.Address, key);
        }
    }

    public override ValueTask<StoredObject> Complete(CancellationToken ct) => ValueTask.FromResult(store.Run(key, () =>
    {
        ct.ThrowIfCancellationRequested();
        var size = file.Length;
        file.Flush(flushToDisk: true);
        var path = paths.Of(key);
        Publish(path);
        ended = true;
        file.Dispose();
        DirectorySync.Flush(Path.GetDirectoryName(path)!);
        return new StoredObject(key, size, File.GetLastWriteTimeUtc(path));
    }));

    public override async ValueTask DisposeAsync()
    {
        if (ended)
        {
            return;
        }

        ended = true;
        try
        {
            // Deleted while still locked, so that no other writer's file can be meant.
            File.Delete(file.Name);
            await file.DisposeAsync();
            paths.ForgetEmptyFolders(key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is left is found by ListUnfinished.
        }
    }

    private void Publish(string path)
    {
        if (onlyIfAbsent && File.Exists(path))
        {
            throw new StoreException(StoreFailure.Exists, $"{store.Address} holds {key} already.");
        }

        try
        {
            File.Move(file.Name, path, overwrite: !onlyIfAbsent);
        }
        catch (IOException) when (onlyIfAbsent && File.Exists(path))
        {
            throw new StoreException(StoreFailure.Exists, $"{store.Address} holds {key} already.");
        }
    }
}
