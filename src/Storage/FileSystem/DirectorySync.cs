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
            throw new IOException($"{path} could not be opened: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}");
        }

        var failed = Synchronize(descriptor) != 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        if (failed && error != InvalidArgument)
        {
            throw new IOException($"{path} could not be forced to the disk: {new Win32Exception(error).Message}");
        }
    }

    // Some network file systems know no fsync of directories and say so.
    private const int InvalidArgument = 22;

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Synchronize(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
