using System.Diagnostics;
using Daytwo.Cli.Tests.Support;

namespace Daytwo.Cli.Tests.Completion;

public sealed class CompletionTests
{
    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    public async Task Script_has_the_shells_syntax(string shell)
    {
        var program = Array.Find([$"/bin/{shell}", $"/usr/bin/{shell}"], File.Exists);
        Assert.SkipWhen(program is null, $"needs {shell}");
        var script = (await DaytwoProgram.Run("completion", shell)).Output;
        using var process = Process.Start(new ProcessStartInfo(program, ["-n"]) { RedirectStandardInput = true, RedirectStandardError = true })!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();

        Assert.Equal("", await process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    [Theory]
    [InlineData("daytwo back", "backup")]
    [InlineData("daytwo backup ", "now")]
    [InlineData("daytwo backup now --", "--endpoints")]
    [InlineData("daytwo backup list -o ", "yaml")]
    [InlineData("daytwo completion ", "zsh")]
    public async Task Program_tells_what_can_come_next(string line, string word)
    {
        var ran = await DaytwoProgram.Run($"[suggest:{line.Length}]", line);

        Assert.Equal(ExitCode.Success, ran.Code);
        Assert.Contains(word, ran.Output.Split('\n'));
    }

    [Fact]
    public async Task Bash_completes_commands_with_the_script()
    {
        Assert.SkipUnless(File.Exists("/bin/bash"), "needs bash");
        var script = (await DaytwoProgram.Run("completion", "bash")).Output;
        var suggested = (await DaytwoProgram.Run("[suggest:10]", "daytwo sta")).Output;
        using var process = Process.Start(new ProcessStartInfo("/bin/bash", ["-s"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        await process.StandardInput.WriteAsync($$"""
            daytwo() { printf '%s' '{{suggested}}'; }
            {{script}}
            COMP_LINE='daytwo sta' COMP_POINT=10 COMP_WORDS=(daytwo sta) COMP_CWORD=1
            _daytwo
            echo "${COMPREPLY[*]}"
            """);
        process.StandardInput.Close();

        Assert.Equal("status", (await process.StandardOutput.ReadToEndAsync()).Trim());
    }

    [Theory]
    [InlineData("fpath=($PWD \\$fpath); autoload -Uz compinit; compinit -u -D")]
    [InlineData("autoload -Uz compinit; compinit -u -D; source ./_daytwo")]
    public async Task Zsh_completes_the_first_time_with_the_script_sourced_or_in_fpath(string setUp)
    {
        var zsh = Array.Find(["/bin/zsh", "/usr/bin/zsh"], File.Exists);
        Assert.SkipWhen(zsh is null, "needs zsh");
        var folder = Directory.CreateTempSubdirectory("daytwo-zsh-").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "_daytwo"), (await DaytwoProgram.Run("completion", "zsh")).Output);
        await File.WriteAllTextAsync(Path.Combine(folder, "daytwo"), """
            #!/bin/sh
            case $1 in "[suggest:"*) printf 'status\nsnapshot\n';; *) echo "$@" > ran;; esac

            """);
        File.SetUnixFileMode(Path.Combine(folder, "daytwo"), UnixFileMode.UserRead | UnixFileMode.UserExecute);

        // A terminal in which someone types a beginning, Tab and Enter.
        using var process = Process.Start(new ProcessStartInfo(zsh, ["-f", "-s"]) { RedirectStandardInput = true, WorkingDirectory = folder })!;
        await process.StandardInput.WriteAsync($$"""
            zmodload zsh/zpty
            zpty term zsh -f -i
            zpty -w term "PS1=; path=($PWD \$path); {{setUp}}; echo rea''dy"
            zpty -r term line '*ready*'
            zpty -w -n term $'daytwo stat\t'
            zpty -w -n term $'\nexit\n'
            while zpty -r term line; do :; done

            """);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);

        Assert.Equal("status\n", await File.ReadAllTextAsync(Path.Combine(folder, "ran"), TestContext.Current.CancellationToken));
        Directory.Delete(folder, recursive: true);
    }
}
