using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.Cli.Demo;

/// <summary><c>daytwo demo</c>.</summary>
internal static class DemoCommand
{
    public static Command Create(Surroundings around)
    {
        var once = new Option<bool>("--once") { Description = "Stop when a scheduled and a one-off backup were taken and verified; exit 0 only then" };
        var offline = new Option<bool>("--offline") { Description = "Use only programs that are here; download nothing" };
        var embedded = new Option<bool>("--embedded") { Description = "Use the embedded Kubernetes API even where a kube-apiserver is at hand" };
        var local = new Option<bool>("--directory") { Description = "Store in a directory even where an S3 server is at hand" };
        return new Command("demo", "Show scheduled and one-off backups of a real etcd on this machine, asked for through the Kubernetes API") { once, offline, embedded, local }
            .WithExamples("daytwo demo", "daytwo demo --once", "daytwo demo --embedded --directory")
            .Runs(around, async (parsed, ct) =>
            {
                var programs = await DemoPrograms.Find(ProgramCatalog.FromEnvironment(), !parsed.GetValue(offline), around.Output.WriteLine, ct);
                programs = programs with
                {
                    ApiServer = parsed.GetValue(embedded) ? null : programs.ApiServer,
                    S3 = parsed.GetValue(local) ? null : programs.S3,
                };
                return await new DemoRun(around, programs, parsed.GetValue(once)).Run(ct);
            });
    }
}
