using System.CommandLine;
using System.CommandLine.Parsing;

namespace Daytwo.Cli.CommandLine;

/// <summary>Tells what is wrong with a command line, and where its help is.</summary>
internal static class UsageError
{
    public static int Print(ParseResult parsed, TextWriter error)
    {
        // A wrong word makes the parser miss a command or stumble over what follows; the first one alone is worth saying.
        var messages = parsed.UnmatchedTokens is [var token, ..]
            ? [$"'{token}' is no command, option or argument here{Guess(token, parsed.CommandResult.Command)}"]
            : parsed.Errors.Select(e => OnOneLine(e.Message));
        foreach (var message in messages.Distinct())
        {
            error.WriteLine("daytwo: " + message);
        }

        error.WriteLine($"daytwo: see '{Path(parsed.CommandResult)} --help'");
        return ExitCode.Usage;
    }

    private static string Guess(string token, Command command)
    {
        var known = token.StartsWith('-') ? command.Options.Select(o => o.Name) : command.Subcommands.Select(c => c.Name);
        return NearestWord.To(token, known) is { } word ? $"; did you mean '{word}'?" : "";
    }

    private static string OnOneLine(string message) => string.Join(' ', message.Split((char[])['\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));

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
