using System.CommandLine;
using Daytwo.Backup.Pruning;
using Daytwo.Cli.Backups;
using Daytwo.Cli.Tests.Support;
using Daytwo.LocalCluster;

namespace Daytwo.Cli.Tests.Backups;

public sealed class RetentionOptionsTests
{
    [Fact]
    public void Options_become_the_rules_of_the_same_names() =>
        Assert.Equal(
            new RetentionPolicy { Last = 1, Hourly = 2, Daily = 3, Weekly = 4, Monthly = 5, MaxAge = TimeSpan.FromDays(6) },
            Read("--keep-last 1 --keep-hourly 2 --keep-daily 3 --keep-weekly 4 --keep-monthly 5 --max-age-days 6"));

    [Fact]
    public void Rules_that_were_not_given_are_none() => Assert.Equal(new RetentionPolicy { Daily = 7 }, Read("--keep-daily 7"));

    [Fact]
    public async Task Forgotten_rules_delete_nothing()
    {
        using var folder = new ScratchFolder();

        var ran = await DaytwoProgram.Run("backup", "prune", "--to", "file:" + folder.Path);

        Assert.Equal(new Ran(ExitCode.Usage, "", "daytwo: prune: give at least one rule, such as --keep-last 7\n"), ran);
    }

    private static RetentionPolicy Read(string words)
    {
        var options = new RetentionOptions();
        var command = new Command("prune");
        options.AddTo(command);
        return options.Read(command.Parse(words));
    }
}
