using System.CommandLine;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Completion;

/// <summary><c>daytwo completion bash|zsh</c>: scripts that ask the program itself what can come next.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _daytwo() {
          local word=${COMP_WORDS[COMP_CWORD]}
          COMPREPLY=( $(compgen -W "$(daytwo "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$word") )
        }
        complete -o default -F _daytwo daytwo
        """;

    private const string Zsh = """
        #compdef daytwo
        _daytwo() {
          local -a found
          found=("${(@f)$(daytwo "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          compadd -a found
          _files
        }
        # As a file in fpath this is the function itself, and the first call must complete too.
        if [[ $funcstack[1] == _daytwo ]]; then _daytwo; else compdef _daytwo daytwo; fi
        """;

    public static Command Create(Surroundings around)
    {
        var shell = new Argument<string>("shell") { Description = "bash or zsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        return new Command("completion", "Print a script that completes daytwo commands in your shell") { shell }
            .WithExamples("source <(daytwo completion bash)", "daytwo completion zsh > \"${fpath[1]}/_daytwo\"")
            .Runs(around, (parsed, _) =>
            {
                around.Output.WriteLine(parsed.GetValue(shell) == "bash" ? Bash : Zsh);
                return Task.FromResult(ExitCode.Success);
            });
    }
}
