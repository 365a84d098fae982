using System.CommandLine;
using System.CommandLine.Parsing;

namespace Daytwo.Cli.CommandLine;

/// <summary>Tells what is wrong with a command line, and where its help is.</summary>
internal static class UsageError
{
    public static int Print(ParseResult parsed, TextWriter error)
    {
        // A wrong word also makes the parser miss a command; the wrong word alone is worth saying.
        var messages = parsed.UnmatchedTokens.Count > 0
            ? parsed.UnmatchedTokens.Select(token => $"'{token}' is no command, option or argument here")
            : parsed.Errors.Select(e => e.Message);
        foreach (var message in messages.Distinct())
        {
            error.WriteLine("daytwo: " + message);
        }

        error.WriteLine($"daytwo: see '{Path(parsed.CommandResult)} --help'");
        return ExitCode.Usage;
    }

    private static string Path(CommandResult command)
    {
        var names = new List<string>();
        for (SymbolResult? at = command; at is CommandResult result; at = result.Parent)
        {
            names.Insert(0, result.Command is RootCommand ? "daytwo" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}
