using Daytwo.Cli.CommandLine;
using Daytwo.Cli.Manifests;
using Daytwo.Cli.Operation;
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
        await using var daytwo = Started("operator", ThisProgram.Start(
            Path.Combine(cluster.Folder, "operator.log"), "operator", "--kubeconfig", cluster.Kubeconfig, "--listen", $"127.0.0.1:{FreePort.Take()}", "--leader-elect=false"));
        await using var webhooks = new LocalWebhooks(cluster.Kubeconfig, cluster.Folder);
        var serving = Started("webhooks", webhooks.Start());
        await Tour(cluster, ct);
        var watch = new DemoWatch(client, around, daytwo);
        var rules = new DemoRules(client, around, daytwo, serving);
        return once ? await Once(watch, rules, ct) : await UntilStopped(watch, rules, ct);
    }

    private async Task Apply(DemoCluster cluster, KubernetesClient client, CancellationToken ct)
    {
        var applier = new ManifestApplier(client, around.Time);
        await applier.ApplyKinds(ct);
        Say("applied the kinds EtcdBackup, EtcdSnapshot, AdmissionRule and RuleException");
        await LocalWebhooks.Install(applier, ct);
        await applier.Apply(DemoManifests.Secrets(cluster.Etcd, cluster.Store), "demo secrets", ct);
        var backups = DemoManifests.Backups(cluster.Etcd, cluster.Store);
        var file = await cluster.Write("backups.yaml", backups, ct);
        Say($"applied {string.Join(" and ", await applier.Apply(backups, file, ct))} from {file}");
        var rules = await cluster.Write("rules.yaml", DemoManifests.Rules, ct);
        Say($"applied {string.Join(" and ", await applier.Apply(DemoManifests.Rules, rules, ct))} from {rules}");
    }

    private ChildProcess Started(string command, ChildProcess process)
    {
        Say($"started 'daytwo {command}' (process {process.Id}, log {process.LogFile})");
        return process;
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
              kubectl get admissionrules
              daytwo status
              daytwo backup list {cluster.Store.Options}

            """);
    }

    private async Task<int> Once(DemoWatch watch, DemoRules rules, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(OnceLimit, around.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await Task.WhenAll(watch.UntilBothVerified(both.Token), rules.Show(both.Token));
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            await watch.Table(ct);
            throw new CliException($"no verified backup of both kinds, or no rule in force, within {OnceLimit.TotalMinutes:0} minutes; the lines above say how far it came");
        }

        await watch.Table(ct);
        Say("a scheduled and a one-off backup were taken, stored and verified; a policy and a webhook refused what their rules forbid");
        return ExitCode.Success;
    }

    private async Task<int> UntilStopped(DemoWatch watch, DemoRules rules, CancellationToken ct)
    {
        try
        {
            await Task.WhenAll(watch.UntilBothVerified(ct), rules.Show(ct));
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
