using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Crds;

namespace Daytwo.Cli.CustomResources;

/// <summary><c>daytwo crds</c>.</summary>
internal static class CrdsCommand
{
    public static Command Create(Surroundings around) =>
        new Command("crds", "Print the CustomResourceDefinitions this program serves, as YAML")
            .WithExamples("daytwo crds | kubectl apply --server-side -f -")
            .Runs(around, (_, _) =>
            {
                around.Output.Write(CrdManifests.Yaml);
                return Task.FromResult(ExitCode.Success);
            });
}
