using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Tests.Support;

/// <summary>Runs command lines in this process, as Program does.</summary>
internal static class DaytwoProgram
{
    public static Surroundings Surroundings(TextWriter output, TextWriter error) =>
        new(output, error, new ManualClock(), TerminalOutput: false, TerminalError: false, _ => null);

    public static async Task<Ran> Run(params string[] words)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandRun.Invoke(words, Surroundings(output, error));
        return new Ran(code, output.ToString(), error.ToString());
    }
}
