using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Tests.Support;

namespace Daytwo.Cli.Tests.CommandLine;

public sealed class HelpTests
{
    public static TheoryData<string> Commands => [.. All(DaytwoCommand.Create(DaytwoProgram.Surroundings(TextWriter.Null, TextWriter.Null)), "").Select(c => c.Path)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_of_every_command_describes_it_its_options_and_gives_examples(string path)
    {
        var ran = await DaytwoProgram.Run([.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--help"]);

        Assert.Equal(ExitCode.Success, ran.Code);
        Assert.Equal("", ran.Error);
        Assert.Contains("Description:", ran.Output, StringComparison.Ordinal);
        Assert.Contains("Examples:", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("daytwo" + (path.Length == 0 ? "" : " " + path), ran.Output[ran.Output.IndexOf("Usage:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_option_and_argument_has_a_description_and_every_value_a_name(string path)
    {
        var command = Find(path);

        Assert.False(string.IsNullOrWhiteSpace(command.Description));
        Assert.All(command.Options, o => Assert.False(string.IsNullOrWhiteSpace(o.Description), o.Name));
        Assert.All(command.Options.Where(o => o.Arity.MaximumNumberOfValues > 0 && o is not Option<bool>), o => Assert.False(string.IsNullOrWhiteSpace(o.HelpName), o.Name));
        Assert.All(command.Arguments, a => Assert.False(string.IsNullOrWhiteSpace(a.Description), a.Name));
    }

    /// <summary>An example that the program itself would refuse teaches the wrong thing.</summary>
    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_parse(string path)
    {
        var root = DaytwoCommand.Create(DaytwoProgram.Surroundings(TextWriter.Null, TextWriter.Null));
        foreach (var line in Examples.Of(Find(path)).Where(l => l.StartsWith("daytwo ", StringComparison.Ordinal) && !l.Contains('…', StringComparison.Ordinal)))
        {
            var words = line.Split('#', '|', '&', '>')[0];
            Assert.True(root.Parse(words["daytwo ".Length..]).Errors.Count == 0, $"{line}: {string.Join("; ", root.Parse(words["daytwo ".Length..]).Errors.Select(e => e.Message))}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("backup")]
    [InlineData("snapshot")]
    public async Task Commands_that_only_hold_others_show_their_help_alone(string path)
    {
        var words = path.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(await DaytwoProgram.Run([.. words, "--help"]), await DaytwoProgram.Run(words));
    }

    [Fact]
    public async Task Help_of_the_program_lists_its_exit_codes()
    {
        var ran = await DaytwoProgram.Run("--help");

        Assert.Contains("Exit codes: 0 done, 1 failed, 2 wrong command line, 3 not found, 4 verification failed, 130 interrupted.", ran.Output, StringComparison.Ordinal);
        Assert.Equal((0, 1, 2, 3, 4, 130), (ExitCode.Success, ExitCode.Failed, ExitCode.Usage, ExitCode.NotFound, ExitCode.VerificationFailed, ExitCode.Interrupted));
    }

    [Fact]
    public async Task Version_option_and_version_command_say_the_same()
    {
        var ran = await DaytwoProgram.Run("--version");

        Assert.Matches(@"^daytwo \d+\.\d+\.\d+ \(", ran.Output);
        Assert.Equal(ran, await DaytwoProgram.Run("version"));
    }

    private static Command Find(string path) => All(DaytwoCommand.Create(DaytwoProgram.Surroundings(TextWriter.Null, TextWriter.Null)), "").Single(c => c.Path == path).Command;

    private static IEnumerable<(string Path, Command Command)> All(Command command, string path) =>
        command.Subcommands.SelectMany(c => All(c, $"{path} {c.Name}".Trim())).Prepend((path, command));
}
