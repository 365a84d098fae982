using Daytwo.Cli.Programs;
using Daytwo.LocalCluster.Programs;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cli.Demo;

/// <summary>The programs a demo runs with; what is missing is replaced, and the user is told.</summary>
/// <param name="Etcd">Always real: a backup of a pretended etcd would show nothing.</param>
/// <param name="ApiServer">Null: the embedded API serves instead.</param>
/// <param name="Kubectl">Null: nothing of the demo needs it.</param>
/// <param name="S3">Null: backups go to a directory.</param>
internal sealed record DemoPrograms(FoundProgram Etcd, FoundProgram? ApiServer, FoundProgram? Kubectl, FoundProgram? S3)
{
    /// <summary>Looks for each program, downloads official releases where they can be had, and says what it uses.</summary>
    /// <param name="embedded">The user wants the embedded API.</param>
    /// <param name="directory">The user wants a directory for backups.</param>
    /// <exception cref="CliException">There is no etcd.</exception>
    public static async Task<DemoPrograms> Find(ProgramCatalog catalog, bool download, bool embedded, bool directory, Action<string> say, CancellationToken ct)
    {
        using var finder = new ProgramFinder(catalog, download, say);
        var (etcd, _) = await finder.Find("etcd", ct);
        if (etcd is null)
        {
            throw new CliException("the demo needs etcd: install it (Debian: apt-get install etcd-server), or put it into a folder and name that in DAYTWO_ASSETS");
        }

        var api = embedded ? null : (await finder.Find("kube-apiserver", ct)).Program;
        var (kubectl, _) = await finder.Find("kubectl", ct);
        var s3 = directory ? null : S3Server.Find(catalog);
        await Tell("etcd", etcd, "", say, ct);
        await Tell("Kubernetes API", api, embedded ? "embedded in this program" : "embedded in this program (no kube-apiserver was found)", say, ct);
        await Tell("S3 server", s3, directory ? "none; backups go to a directory" : "none found; backups go to a directory", say, ct);
        return new DemoPrograms(etcd, api, kubectl, s3);
    }

    private static async Task Tell(string what, FoundProgram? program, string otherwise, Action<string> say, CancellationToken ct) =>
        say($"{what + ":",-16}{(program is null ? otherwise : $"{program}{await Version(program, ct)}")}");

    private static async Task<string> Version(FoundProgram program, CancellationToken ct) =>
        program.Name is "etcd" or "kube-apiserver" && await ProgramVersion.Of(program, ct) is { } version ? $" {version}" : "";
}
