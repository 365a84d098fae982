using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Daytwo.Cluster.Tests.Cli;

/// <summary>The built program as a process of its own, as a user runs it.</summary>
internal static class DaytwoProgram
{
    /// <summary>The folder of the .NET that runs these tests.</summary>
    public static string DotnetRoot { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    /// <summary>The program and its first argument.</summary>
    public static (string Program, string Assembly) Command { get; } = (Path.Combine(DotnetRoot, "dotnet"), Path.Combine(AppContext.BaseDirectory, "daytwo.dll"));

    public static Task<ProcessResult> Run(IReadOnlyDictionary<string, string> environment, params string[] words) => Run(Command.Program, environment, null, [Command.Assembly, .. words]);

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
}
