using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Daytwo.Storage.FileSystem;

/// <summary>Forces a directory's entries to the disk, which a rename needs to survive a power cut and .NET does not offer.</summary>
internal static partial class DirectorySync
{
    private const int ReadOnlyDirectory = 0x10000 | 0x80000;

    public static void Flush(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var descriptor = Open(path, ReadOnlyDirectory);
        if (descriptor < 0)
        {
            throw Failure(path, "opened", Marshal.GetLastPInvokeError());
        }

        var failed = Synchronize(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (failed && error != InvalidArgument)
        {
            throw Failure(path, "forced to the disk", error);
        }
    }

    // With its number, as .NET's own do: a disk that turns out to be full only now is told as full.
    private static IOException Failure(string path, string what, int error) => new($"{path} could not be {what}: {new Win32Exception(error).Message}.", error);

    // Some network file systems know no fsync of directories and say so.
    private const int InvalidArgument = 22;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
