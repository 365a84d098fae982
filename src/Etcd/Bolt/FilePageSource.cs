using Microsoft.Win32.SafeHandles;

namespace Daytwo.Etcd.Bolt;

/// <summary>A database in a plain file, read in place without mapping it: a file cut while it is read gives an error, not a crash.</summary>
public sealed class FilePageSource : IPageSource, IDisposable
{
    private readonly SafeFileHandle _file;

    public FilePageSource(string path)
    {
        _file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        Length = RandomAccess.GetLength(_file);
    }

    public long Length { get; }

    public void Read(long offset, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var read = RandomAccess.Read(_file, into, offset);
            if (read == 0)
            {
                throw new EndOfStreamException($"the file ended at byte {offset}, {into.Length} bytes early: it was cut while it was read");
            }

            into = into[read..];
            offset += read;
        }
    }

    public void Dispose() => _file.Dispose();
}
