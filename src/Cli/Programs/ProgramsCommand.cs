using System.CommandLine;
using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Output;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.Cli.Programs;

/// <summary><c>daytwo programs</c>.</summary>
internal static class ProgramsCommand
{
    private static readonly string[] Names = ["etcd", "etcdctl", "etcdutl", "kube-apiserver", "kubectl", "versitygw", "moto_server"];

    public static Command Create(Surroundings around)
    {
        var download = new Option<bool>("--download") { Description = "Fetch official releases of what is missing into the cache, checked against their published checksums" };
        var output = CommonOptions.Output();
        return new Command("programs", "Tell which real programs the demo and the tests would use here") { download, output }
            .WithExamples("daytwo programs", "daytwo programs --download")
            .Runs(around, async (parsed, ct) =>
            {
                using var finder = new ProgramFinder(ProgramCatalog.FromEnvironment(), parsed.GetValue(download), around.Error.WriteLine);
                var rows = new List<ProgramRow>();
                foreach (var name in Names)
                {
                    var (program, reason) = await finder.Find(name, ct);
                    rows.Add(new ProgramRow(name, program?.Path, program?.Origin.ToString(), reason));
                }

                around.Printer(parsed.GetValue(output)).Print<IReadOnlyList<ProgramRow>>(rows, ProgramsJson.Default.IReadOnlyListProgramRow, text => Table(text, rows));
                return ExitCode.Success;
            });
    }

    private static void Table(TextWriter text, List<ProgramRow> rows)
    {
        var table = new TextTable("PROGRAM", "ORIGIN", "PATH");
        foreach (var row in rows)
        {
            table.Add(row.Name, row.Origin ?? "-", row.Path ?? row.Reason ?? "");
        }

        table.Write(text);
    }
}
