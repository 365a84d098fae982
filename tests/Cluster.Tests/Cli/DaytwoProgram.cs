using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>The program as a process of its own, as a user runs it: the published one that DAYTWO_PROGRAM names, else the one built beside these tests.</summary>
internal static class DaytwoProgram
{
    public static string Executable { get; } = Find();

    public static Task<ProcessResult> Run(IReadOnlyDictionary<string, string> environment, params string[] words) => Run(Executable, environment, null, words);

    public static Task<ProcessResult> Run(params string[] words) => Run(new Dictionary<string, string>(), words);

    /// <summary>Runs any program to its end.</summary>
    public static async Task<ProcessResult> Run(string program, IReadOnlyDictionary<string, string> environment, string? input, params string[] words)
    {
        using var process = Start(program, environment, words);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.StandardInput.WriteAsync(input ?? "");
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new ProcessResult(process.ExitCode, await output, await error);
    }

    public static Process Start(string program, IReadOnlyDictionary<string, string> environment, params string[] words)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private static string Find()
    {
        if (Environment.GetEnvironmentVariable("DAYTWO_PROGRAM") is { Length: > 0 } published)
        {
            return Path.GetFullPath(published);
        }

        // A program that is not published looks here for its .NET: that of these tests.
        Environment.SetEnvironmentVariable("DOTNET_ROOT", Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")));
        return Path.Combine(AppContext.BaseDirectory, "daytwo");
    }
}
