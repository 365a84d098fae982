namespace Daytwo.Cli.CommandLine;

/// <summary>How to start this program once more.</summary>
internal static class ThisProgram
{
    /// <summary>The executable and the words before the first argument: none when published, the assembly when run by <c>dotnet</c>.</summary>
    public static (string Program, string[] Prefix) Command()
    {
        var process = Environment.ProcessPath ?? throw new CliException("this program cannot tell where it is");
        return Path.GetFileNameWithoutExtension(process) == "dotnet"
            ? (process, [Path.Combine(AppContext.BaseDirectory, "daytwo.dll")])
            : (process, []);
    }
}
