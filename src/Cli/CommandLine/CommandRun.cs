using System.CommandLine;
using System.CommandLine.Invocation;

namespace Daytwo.Cli.CommandLine;

/// <summary>Runs one command line from its words to an exit code.</summary>
internal static class CommandRun
{
    /// <summary>How long work that was interrupted may clean up, such as removing an unfinished upload, before the program ends.</summary>
    private static readonly TimeSpan CleanupTime = TimeSpan.FromSeconds(40);

    public static async Task<int> Invoke(IReadOnlyList<string> words, Surroundings around)
    {
        var parsed = DaytwoCommand.Create(around).Parse(words);
        if (parsed.Errors.Count > 0 && parsed.Action is not SynchronousCommandLineAction { ClearsParseErrors: true })
        {
            return UsageError.Print(parsed, around.Error);
        }

        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = CleanupTime,
            Output = around.Output,
            Error = around.Error,
        });
    }
}
