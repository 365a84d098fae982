using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.LocalCluster;
using Daytwo.LocalCluster.Processes;
using Daytwo.LocalCluster.Servers;

namespace Daytwo.Cluster.Tests.Webhooks;

/// <summary>etcd, two apiservers, controller-manager, scheduler, two processes of <c>daytwo webhooks</c> behind one address, and the operator: all can be killed and started again.</summary>
internal sealed class WholeCluster : IAsyncDisposable
{
    private readonly ScratchFolder folder = new();
    private readonly List<ChildProcess> webhooks = [];
    private readonly Balancer balancer = new();
    private LocalServer[] servers = [];
    private EtcdCluster? etcd;
    private RunningOperator? running;
    private int started;

    /// <summary>The apiservers.</summary>
    public IReadOnlyList<ApiServer> Apis { get; private set; } = [];

    /// <summary>kubectl at the first apiserver.</summary>
    public Kubectl Kubectl => new(Apis[0]);

    /// <summary>kubectl at the second apiserver.</summary>
    public Kubectl Second => new(Apis[1]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async Task Begin()
    {
        Programs.Require("kubectl");
        var programs = new[] { "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler" }.Select(name => Programs.Require(name)).ToArray();
        var time = TimeProvider.System;
        etcd = await EtcdCluster.Start(programs[0], folder.Path, 1, time, Ct);
        var first = await ApiServer.Start(programs[1], etcd, folder.Path, time, Ct);
        var second = await ApiServer.Start(programs[1], etcd, folder.Path, time, Ct, first);
        Apis = [first, second];
        var manager = await ControlLoop.StartControllerManager(programs[2], first, folder.Path, time, Ct);
        var scheduler = await ControlLoop.StartScheduler(programs[3], second, folder.Path, time, Ct);
        servers = [etcd.Members[0], first, second, manager, scheduler];
        foreach (var installed in new[] { "default", "webhooks" })
        {
            await Kubectl.Succeeds("apply", "--server-side", "-k", Repository.Path("config", installed));
        }

        await Kubectl.Succeeds("wait", "--for=condition=Established", "crd", "-l", "app.kubernetes.io/part-of=daytwo", "--timeout=60s");
        // Its pods never start here: processes of ours stand in for them.
        await Kubectl.Succeeds("delete", "deployment", "daytwo-webhooks", "-n", "daytwo-system");
        await Apply(ApiServerSlice.Yaml(2));
    }

    public void StartOperator() => running = new RunningOperator(Apis[0].Kubeconfig, reach: announced => new Uri(Apis[ApiServerSlice.Index(announced)].Url));

    public async Task StopOperator()
    {
        if (running is not null)
        {
            await running.DisposeAsync();
            running = null;
        }
    }

    public void StartWebhooks()
    {
        foreach (var api in Apis)
        {
            var port = FreePort.Take();
            string[] words = ["webhooks", "--kubeconfig", api.Kubeconfig, "--listen", $"127.0.0.1:{port}", "--url", $"{balancer.Url}", "--probes", "off"];
            webhooks.Add(ChildProcess.Start(DaytwoProgram.Executable, words, Path.Combine(folder.Path, $"webhooks-{++started}.log")));
            balancer.Add(new(System.Net.IPAddress.Loopback, port));
        }
    }

    /// <summary>SIGKILL, each of them: nothing is given up in order.</summary>
    public async Task KillWebhooks()
    {
        balancer.Use();
        foreach (var process in webhooks)
        {
            await process.Kill();
            await process.DisposeAsync();
        }

        webhooks.Clear();
    }

    /// <summary>A power cut of all machines, and their start: each server waits for nothing but what it needs itself.</summary>
    public async Task RestartControlPlane()
    {
        foreach (var server in servers.Reverse())
        {
            await server.Kill();
        }

        foreach (var server in servers)
        {
            await server.Restart(Ct);
        }
    }

    public async Task Apply(string yaml, Kubectl? at = null)
    {
        var file = Path.Combine(folder.Path, $"{Guid.NewGuid():n}.yaml");
        await File.WriteAllTextAsync(file, yaml, Ct);
        await (at ?? Kubectl).Succeeds("apply", "-f", file);
    }

    /// <summary>The end of what each process of the webhooks printed.</summary>
    public string Logs => string.Join('\n', webhooks.Select(process => process.LogTail()));

    public async ValueTask DisposeAsync()
    {
        await KillWebhooks();
        await StopOperator();
        await balancer.DisposeAsync();
        foreach (var server in servers.Reverse())
        {
            await server.DisposeAsync();
        }

        if (etcd is not null)
        {
            await etcd.DisposeAsync();
        }

        folder.Dispose();
    }
}
