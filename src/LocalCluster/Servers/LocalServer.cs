using Daytwo.LocalCluster.Processes;

namespace Daytwo.LocalCluster.Servers;

/// <summary>A server that tests can kill, as a power cut would, and start again on what it has.</summary>
public abstract class LocalServer : IAsyncDisposable
{
    /// <summary>The running process; null while the server is down.</summary>
    public ChildProcess? Process { get; protected set; }

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        if (Process is { } process)
        {
            await process.Kill();
            await process.DisposeAsync();
            Process = null;
        }
    }

    /// <summary>Starts the server again on the same port and data, and waits until it is ready.</summary>
    public abstract Task Restart(CancellationToken ct);

    public async ValueTask DisposeAsync()
    {
        if (Process is { } process)
        {
            await process.DisposeAsync();
            Process = null;
        }

        GC.SuppressFinalize(this);
    }
}
