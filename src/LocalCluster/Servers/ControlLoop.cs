using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Programs;

namespace Daytwo.LocalCluster.Servers;

/// <summary>A real kube-controller-manager or kube-scheduler beside an <see cref="ApiServer"/>: one of each, without election.</summary>
public sealed class ControlLoop : LocalServer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FoundProgram program;
    private readonly string[] arguments;
    private readonly int port;
    private readonly string directory;
    private readonly TimeProvider time;

    private ControlLoop(FoundProgram program, string[] arguments, int port, string directory, TimeProvider time) =>
        (this.program, this.arguments, this.port, this.directory, this.time) = (program, arguments, port, directory, time);

    /// <summary>kube-controller-manager with all its controllers; it makes namespaces' service accounts and collects what has lost its owner.</summary>
    public static Task<ControlLoop> StartControllerManager(FoundProgram program, ApiServer api, string directory, TimeProvider time, CancellationToken ct) =>
        Start(program, [$"--service-account-private-key-file={Path.Combine(directory, "service-account.key")}", "--use-service-account-credentials=true"], api, directory, time, ct);

    public static Task<ControlLoop> StartScheduler(FoundProgram program, ApiServer api, string directory, TimeProvider time, CancellationToken ct) =>
        Start(program, [], api, directory, time, ct);

    /// <inheritdoc/>
    public override async Task Restart(CancellationToken ct)
    {
        Process = ChildProcess.Start(program.Path, arguments, Path.Combine(directory, program.Name + ".log"));
        using var http = LocalHttp.ClientOfAnyServer();
        await Readiness.Await(Process, async t => (await http.GetAsync(new Uri($"https://127.0.0.1:{port}/healthz"), t)).IsSuccessStatusCode, Patience, time, ct);
    }

    private static async Task<ControlLoop> Start(FoundProgram program, string[] own, ApiServer api, string directory, TimeProvider time, CancellationToken ct)
    {
        var port = FreePort.Take();
        string[] arguments = [$"--kubeconfig={api.Kubeconfig}", "--bind-address=127.0.0.1", $"--secure-port={port}", "--leader-elect=false", .. own];
        var loop = new ControlLoop(program, arguments, port, directory, time);
        try
        {
            await loop.Restart(ct);
            return loop;
        }
        catch
        {
            await loop.DisposeAsync();
            throw;
        }
    }
}
