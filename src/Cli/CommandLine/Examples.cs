using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Daytwo.Cli.CommandLine;

/// <summary>Examples under a command's <c>--help</c>: for most readers they are the help.</summary>
internal static class Examples
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Command, string[]> All = [];

    /// <summary>Adds examples: lines as a user types them, or comments.</summary>
    public static T WithExamples<T>(this T command, params string[] lines) where T : Command
    {
        All.AddOrUpdate(command, lines);
        return command;
    }

    /// <summary>Makes <c>--help</c> of every command below <paramref name="root"/> end with its examples.</summary>
    public static void Install(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = usual.Invoke(parseResult);
            if (All.TryGetValue(parseResult.CommandResult.Command, out var lines))
            {
                var output = parseResult.InvocationConfiguration.Output;
                output.WriteLine("Examples:");
                foreach (var line in lines)
                {
                    output.WriteLine("  " + line);
                }

                output.WriteLine();
            }

            return code;
        }
    }
}
