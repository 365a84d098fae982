using System.ComponentModel;
using System.Diagnostics;

namespace Daytwo.LocalCluster.Processes;

/// <summary>One started program: its output goes to a log file, and it ends by its own process id.</summary>
/// <remarks>
/// Guarantee: disposing ends the program (SIGTERM, then SIGKILL after the grace), and the kernel kills it when this
/// process dies in any other way, where <c>setpriv</c> exists.
/// </remarks>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private readonly Process process;
    private readonly Task copying;

    private ChildProcess(string name, string logFile, Process process)
    {
        Name = name;
        LogFile = logFile;
        this.process = process;
        copying = CopyOutput();
    }

    public string Name { get; }

    public string LogFile { get; }

    public int Id => process.Id;

    public bool HasExited => process.HasExited;

    /// <summary>Starts a program. No shell takes part; arguments reach it as they are.</summary>
    /// <exception cref="LocalClusterException">The program cannot be started.</exception>
    public static ChildProcess Start(string program, IEnumerable<string> arguments, string logFile, IReadOnlyDictionary<string, string>? environment = null)
    {
        var name = Path.GetFileName(program);
        var start = new ProcessStartInfo { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        var setpriv = ParentDeath.Wrapper;
        start.FileName = setpriv ?? program;
        string[] prefix = setpriv is null ? [] : ["--pdeathsig", "KILL", "--", program];
        foreach (var argument in prefix.Concat(arguments))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[key] = value;
        }

        try
        {
            var process = ParentDeath.OnLastingThread(() => Process.Start(start)!);
            process.StandardInput.Close();
            return new ChildProcess(name, logFile, process);
        }
        catch (Win32Exception e)
        {
            throw new LocalClusterException($"cannot start {program}: {e.Message}", e);
        }
    }

    /// <summary>Sends SIGKILL and waits until the program is gone.</summary>
    public async Task Kill()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        await copying;
    }

    /// <summary>Asks the program to end (SIGTERM), and kills it when it does not within ten seconds.</summary>
    public async Task Stop()
    {
        if (!process.HasExited)
        {
            Signals.Terminate(process.Id);
            try
            {
                await process.WaitForExitAsync().WaitAsync(Grace);
            }
            catch (TimeoutException)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync();
        await copying;
    }

    /// <summary>The end of what the program printed, for an error message.</summary>
    public string LogTail(int lines = 15)
    {
        using var stream = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(lines));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        process.Dispose();
    }

    private async Task CopyOutput()
    {
        await using var log = new FileStream(LogFile, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.Asynchronous);
        using var gate = new SemaphoreSlim(1, 1);
        await Task.WhenAll(Copy(process.StandardOutput.BaseStream), Copy(process.StandardError.BaseStream));

        async Task Copy(Stream from)
        {
            var buffer = new byte[8192];
            int read;
            while ((read = await from.ReadAsync(buffer)) > 0)
            {
                await gate.WaitAsync();
                await log.WriteAsync(buffer.AsMemory(0, read));
                gate.Release();
            }
        }
    }
}
