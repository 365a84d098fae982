using System.Diagnostics;

namespace Daytwo.Cluster.Tests.Support;

/// <summary>A file system with little room, mounted on a folder of a test until it is disposed, so that "no space left" is the system's own answer.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string filler;

    private SmallDisk(string folder) => (Folder, filler) = (folder, Path.Combine(folder, ".filler"));

    public string Folder { get; }

    /// <summary>What lies on it as files, save what <see cref="Fill"/> put there.</summary>
    public IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Where(f => f != filler).Select(f => Path.GetRelativePath(Folder, f))];

    /// <summary>The folders on it.</summary>
    public IReadOnlyList<string> Folders =>
        [.. Directory.EnumerateDirectories(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }).Select(f => Path.GetRelativePath(Folder, f))];

    /// <summary>Mounts one; a test that may not is skipped.</summary>
    /// <param name="folder">Made when it is missing.</param>
    /// <param name="inodes">How many files and folders fit, the root counted.</param>
    public static SmallDisk On(string folder, int megabytes, int inodes = 10_000)
    {
        Directory.CreateDirectory(folder);
        var (code, error) = Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m,nr_inodes={inodes},mode=0700", "daytwo-test", folder);
        Assert.SkipWhen(code != 0, $"needs to mount a small file system, which this machine does not allow: {error.Split('\n')[0]}");
        return new SmallDisk(folder);
    }

    /// <summary>Gives it another size; what lies on it stays.</summary>
    public void Resize(int megabytes, int inodes = 10_000)
    {
        var (code, error) = Run("mount", "-o", $"remount,size={megabytes}m,nr_inodes={inodes}", Folder);
        Assert.True(code == 0, error);
    }

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(filler, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        var page = new byte[Environment.SystemPageSize];
        try
        {
            while (true)
            {
                file.Write(page);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives back what <see cref="Fill"/> took.</summary>
    public void Free() => File.Delete(filler);

    /// <summary>Unmounts at once; what still has files open keeps them until it ends.</summary>
    public void Dispose()
    {
        var (code, error) = Run("umount", "--lazy", Folder);
        Assert.True(code == 0, error);
    }

    private static (int Code, string Error) Run(string program, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, error);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (-1, e.Message);
        }
    }
}
