namespace Daytwo.Cli.Backups;

/// <summary>Writes a snapshot to a file that exists only once it is whole.</summary>
internal static class PlainFile
{
    /// <summary>Copies to a temporary name (mode 0600), flushes, and renames. What was there before stays until then.</summary>
    /// <returns>The bytes written.</returns>
    public static async Task<long> Write(Stream from, string path, Action<long> progress, CancellationToken ct)
    {
        var part = path + ".part";
        try
        {
            long total = 0;
            await using (var file = new FileStream(part, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                BufferSize = 0,
                Options = FileOptions.Asynchronous,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                var buffer = new byte[1 << 20];
                int read;
                while ((read = await from.ReadAsync(buffer, ct)) > 0)
                {
                    await file.WriteAsync(buffer.AsMemory(0, read), ct);
                    total += read;
                    progress(total);
                }

                file.Flush(flushToDisk: true);
            }

            File.Move(part, path, overwrite: true);
            return total;
        }
        finally
        {
            File.Delete(part);
        }
    }
}
