using Daytwo.Cli.Output;

namespace Daytwo.Cli.CommandLine;

/// <summary>What a command sees of the world around it; tests hand in their own.</summary>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, TimeProvider Time, bool TerminalOutput, bool TerminalError, Func<string, string?> Variable)
{
    /// <summary>Standard input.</summary>
    public TextReader Input { get; init; } = TextReader.Null;

    public static Surroundings OfProcess() => new(
        Console.Out, Console.Error, TimeProvider.System, !Console.IsOutputRedirected, !Console.IsErrorRedirected, Environment.GetEnvironmentVariable) { Input = Console.In };

    /// <summary>Colour is for terminals whose user did not refuse it (NO_COLOR).</summary>
    public Ink Ink => new(TerminalOutput && string.IsNullOrEmpty(Variable("NO_COLOR")) && Variable("TERM") != "dumb");

    public Printer Printer(OutputFormat format) => new(Output, format);

    public ProgressLine Progress() => new(Error, TerminalError && Variable("TERM") != "dumb", Time);
}
