using System.CommandLine;
using Daytwo.Cli.CommandLine;

namespace Daytwo.Cli.Version;

/// <summary><c>daytwo version</c>.</summary>
internal static class VersionCommand
{
    public static Command Create(Surroundings around)
    {
        var output = CommonOptions.Output();
        return new Command("version", "Print the version of this program") { output }
            .WithExamples("daytwo version", "daytwo version -o json")
            .Runs(around, (parsed, _) =>
            {
                around.Printer(parsed.GetValue(output)).Print(VersionInfo.Current, VersionJson.Default.VersionInfo, text => text.WriteLine(VersionInfo.Current.Line));
                return Task.FromResult(ExitCode.Success);
            });
    }
}
