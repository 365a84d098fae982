using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Servers;

/// <summary>
/// A control plane on loopback: etcd, several kube-apiservers, and kube-controller-manager and kube-scheduler where these programs are
/// at hand. It has no nodes, so nothing ever runs.
/// </summary>
public sealed class LocalControlPlane : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly List<ApiServer> apiservers = [];
    private readonly List<ControlLoop> loops = [];
    private EtcdCluster? etcd;

    private LocalControlPlane()
    {
    }

    /// <summary>A private folder that goes with the control plane.</summary>
    public string Folder => folder.Path;

    public IReadOnlyList<ApiServer> ApiServers => apiservers;

    /// <summary>What runs, for a report, such as kube-scheduler.</summary>
    public IReadOnlyList<string> Programs { get; private set; } = [];

    /// <summary>Starts everything and waits until it answers.</summary>
    /// <param name="flags">Further flags of the apiservers.</param>
    /// <exception cref="LocalClusterException">A program is missing or does not start.</exception>
    public static async Task<LocalControlPlane> Start(ProgramCatalog catalog, int apiservers, TimeProvider time, CancellationToken ct, params string[] flags)
    {
        var plane = new LocalControlPlane();
        try
        {
            await plane.StartAll(catalog, apiservers, flags, time, ct);
            return plane;
        }
        catch
        {
            await plane.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in (IEnumerable<LocalServer>)[.. loops, .. apiservers.AsEnumerable().Reverse()])
        {
            await server.DisposeAsync();
        }

        if (etcd is not null)
        {
            await etcd.DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task StartAll(ProgramCatalog catalog, int count, string[] flags, TimeProvider time, CancellationToken ct)
    {
        var api = Required(catalog, "kube-apiserver");
        var database = Required(catalog, "etcd");
        etcd = await EtcdCluster.Start(database, Folder, 1, time, ct);
        for (var number = 0; number < count; number++)
        {
            apiservers.Add(await ApiServer.Start(api, etcd, Folder, time, ct, apiservers.FirstOrDefault(), flags));
        }

        var (manager, scheduler) = (catalog.Find("kube-controller-manager"), catalog.Find("kube-scheduler"));
        if (manager is not null)
        {
            loops.Add(await ControlLoop.StartControllerManager(manager, apiservers[0], Folder, time, ct));
        }

        if (scheduler is not null)
        {
            loops.Add(await ControlLoop.StartScheduler(scheduler, apiservers[^1], Folder, time, ct));
        }

        var programs = new List<string>();
        foreach (var program in (FoundProgram?[])[database, api, manager, scheduler])
        {
            if (program is not null)
            {
                programs.Add($"{program.Name} {await ProgramVersion.Of(program, ct)}");
            }
        }

        Programs = programs;
    }

    private static FoundProgram Required(ProgramCatalog catalog, string name) =>
        catalog.Find(name) ?? throw new LocalClusterException($"there is no {name}: put it into a folder and name that in DAYTWO_ASSETS, or fetch it with 'daytwo programs --download'");
}
