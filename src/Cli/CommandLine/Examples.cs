using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Runtime.CompilerServices;

namespace Daytwo.Cli.CommandLine;

/// <summary>Examples under a command's <c>--help</c>: for most readers they are the help.</summary>
internal static class Examples
{
    private static readonly ConditionalWeakTable<Command, string[]> All = [];

    /// <summary>Adds examples: lines as a user types them, or comments.</summary>
    public static T WithExamples<T>(this T command, params string[] lines) where T : Command
    {
        All.AddOrUpdate(command, lines);
        return command;
    }

    /// <summary>Lets a command that only holds others print its help when it is called alone.</summary>
    public static T ShowsHelpAlone<T>(this T command) where T : Command
    {
        command.Action = new HelpWithExamples(clearsParseErrors: false);
        return command;
    }

    /// <summary>Makes <c>--help</c> of every command below <paramref name="root"/> end with its examples.</summary>
    public static void Install(RootCommand root) => root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples(clearsParseErrors: true);

    /// <summary>The examples of a command, or none.</summary>
    internal static IReadOnlyList<string> Of(Command command) => All.TryGetValue(command, out var lines) ? lines : [];

    private sealed class HelpWithExamples(bool clearsParseErrors) : SynchronousCommandLineAction
    {
        private readonly HelpAction usual = new();

        public override bool ClearsParseErrors => clearsParseErrors;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (Of(parseResult.CommandResult.Command) is { Count: > 0 } lines)
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var line in lines)
                {
                    output.WriteLine(line.Length == 0 ? "" : "  " + line);
                }

                output.WriteLine();
            }

            return code;
        }
    }
}
