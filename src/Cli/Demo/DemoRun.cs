using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Manifests;
using Daytwo.Kubernetes;
using Daytwo.Kubernetes.Transport;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cli.Demo;

/// <summary>One demo from the first server to the last: start, apply, watch, clean up.</summary>
internal sealed class DemoRun(Surroundings around, DemoPrograms programs, bool once)
{
    private static readonly TimeSpan OnceLimit = TimeSpan.FromMinutes(4);

    public async Task<int> Run(CancellationToken ct)
    {
        Say("starting etcd, the Kubernetes API and the store on 127.0.0.1 …");
        await using var cluster = await DemoCluster.Start(programs, around.Time, ct);
        using var transport = new HttpApiTransport(ClusterOptions.Connection(cluster.Kubeconfig, around.Time), around.Time);
        var client = new KubernetesClient(transport);
        await Apply(cluster, client, ct);
        await using var daytwo = StartOperator(cluster);
        Say($"started 'daytwo operator' (process {daytwo.Id}, log {daytwo.LogFile})");
        await Tour(cluster, ct);
        var watch = new DemoWatch(client, around, daytwo);
        return once ? await Once(watch, ct) : await UntilStopped(watch, ct);
    }

    private async Task Apply(DemoCluster cluster, KubernetesClient client, CancellationToken ct)
    {
        var applier = new ManifestApplier(client, around.Time);
        await applier.ApplyKinds(ct);
        Say("applied the kinds EtcdBackup and EtcdSnapshot");
        await applier.Apply(DemoManifests.Secrets(cluster.Etcd, cluster.Store), "demo secrets", ct);
        var backups = DemoManifests.Backups(cluster.Etcd, cluster.Store);
        var file = await cluster.Write("backups.yaml", backups, ct);
        Say($"applied {string.Join(" and ", await applier.Apply(backups, file, ct))} from {file}");
    }

    private static ChildProcess StartOperator(DemoCluster cluster)
    {
        var (program, prefix) = ThisProgram.Command();
        string[] words = [.. prefix, "operator", "--kubeconfig", cluster.Kubeconfig, "--listen", $"127.0.0.1:{FreePort.Take()}", "--leader-elect=false"];
        return ChildProcess.Start(program, words, Path.Combine(cluster.Folder, "operator.log"));
    }

    private async Task Tour(DemoCluster cluster, CancellationToken ct)
    {
        var environment = await cluster.Write("demo.env", $"export KUBECONFIG={cluster.Kubeconfig}\n{cluster.Store.Environment}", ct);
        Say($"""

            Look at it from another terminal:
              . {environment}
              kubectl get etcdbackups,etcdsnapshots
              kubectl describe etcdbackup {DemoManifests.Scheduled}
              kubectl explain etcdbackup.spec
              daytwo status
              daytwo backup list {cluster.Store.Options}

            """);
    }

    private async Task<int> Once(DemoWatch watch, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(OnceLimit, around.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await watch.UntilBothVerified(both.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            await watch.Table(ct);
            throw new CliException($"no verified backup of both kinds within {OnceLimit.TotalMinutes:0} minutes; the table says how far it came");
        }

        await watch.Table(ct);
        Say("a scheduled and a one-off backup were taken, stored and verified");
        return ExitCode.Success;
    }

    private async Task<int> UntilStopped(DemoWatch watch, CancellationToken ct)
    {
        try
        {
            await watch.UntilBothVerified(ct);
            await watch.Table(ct);
            Say("the schedule goes on every minute; Ctrl-C ends the demo and removes everything");
            await watch.Forever(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Say("stopping …");
        }

        return ExitCode.Success;
    }

    private void Say(string text) => around.Output.WriteLine(text);
}
