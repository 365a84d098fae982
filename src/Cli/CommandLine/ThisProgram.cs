using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cli.CommandLine;

/// <summary>How to start this program once more.</summary>
internal static class ThisProgram
{
    /// <summary>Starts this program with other words; it ends with this process at the latest.</summary>
    public static ChildProcess Start(string logFile, params IEnumerable<string> words)
    {
        var (program, prefix) = Command();
        return ChildProcess.Start(program, prefix.Concat(words), logFile);
    }

    /// <summary>The executable and the words before the first argument: none when published, the assembly when run by <c>dotnet</c>.</summary>
    public static (string Program, string[] Prefix) Command()
    {
        var process = Environment.ProcessPath ?? throw new CliException("this program cannot tell where it is");
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? (process, [Path.Combine(AppContext.BaseDirectory, "daytwo.dll")])
            : (process, []);
    }
}
