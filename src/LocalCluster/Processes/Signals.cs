using System.Runtime.InteropServices;

namespace Daytwo.LocalCluster.Processes;

/// <summary>POSIX signals that <see cref="System.Diagnostics.Process"/> cannot send.</summary>
public static partial class Signals
{
    private const int Term = 15;
    private const int Stop = 19;
    private const int Cont = 18;

    /// <summary>SIGTERM; a process that is already gone is no error.</summary>
    public static void Terminate(int processId) => _ = SendSignal(processId, Term);

    /// <summary>SIGSTOP: the process hangs as it is, connections stay open.</summary>
    public static void Pause(int processId) => _ = SendSignal(processId, Stop);

    /// <summary>SIGCONT.</summary>
    public static void Resume(int processId) => _ = SendSignal(processId, Cont);

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static partial int SendSignal(int processId, int signal);
}
