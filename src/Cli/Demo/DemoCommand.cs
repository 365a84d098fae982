using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.Cli.Demo;

/// <summary><c>daytwo demo</c>.</summary>
internal static class DemoCommand
{
    public static Command Create(Surroundings around)
    {
        var once = new Option<bool>("--once") { Description = "Stop when a scheduled and a one-off backup were taken and verified, and rules refused what they forbid; exit 0 only then" };
        var offline = new Option<bool>("--offline") { Description = "Use only programs that are here; download nothing" };
        var embedded = new Option<bool>("--embedded") { Description = "Use the embedded Kubernetes API even where a kube-apiserver is at hand" };
        var local = new Option<bool>("--directory") { Description = "Store in a directory even where an S3 server is at hand" };
        return new Command("demo", "Show scheduled and one-off backups of a real etcd on this machine, and admission rules as policy and webhook, asked for through the Kubernetes API") { once, offline, embedded, local }
            .WithExamples("daytwo demo", "daytwo demo --once", "daytwo demo --embedded --directory")
            .Runs(around, async (parsed, ct) =>
            {
                var programs = await DemoPrograms.Find(
                    ProgramCatalog.FromEnvironment(), !parsed.GetValue(offline), parsed.GetValue(embedded), parsed.GetValue(local), around.Output.WriteLine, ct);
                return await new DemoRun(around, programs, parsed.GetValue(once)).Run(ct);
            });
    }
}
