namespace Daytwo.Storage.FileSystem;

/// <summary>An object, or a range of it, being read from its file.</summary>
internal sealed class FileObjectStream(FileStream file, long limit, DirectoryStore store, ObjectKey key) : ReadOnlyStream
{
    private long left = limit;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            var count = await file.ReadAsync(buffer[..(int)Math.Min(buffer.Length, left)], cancellationToken);
            left -= count;
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw FileFailures.Describe(e, store.Address, key);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            file.Dispose();
        }

        base.Dispose(disposing);
    }
}
