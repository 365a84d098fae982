using System.Security.Cryptography;
using System.Text;
using Daytwo.Etcd;
using Daytwo.Etcd.KeyValues;
using Daytwo.Etcd.Tls;
using Daytwo.LocalCluster.Processes;

namespace Daytwo.Cluster.Tests.Operator;

/// <summary>Every program that takes part is killed in the middle of runs; each backup must be whole, and there once.</summary>
public sealed class ChaosTests(Scene scene) : IClassFixture<Scene>, IAsyncLifetime
{
    private const string FirstFiller = "/filler/0";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Puts so much into etcd that a run takes a moment.</summary>
    public async ValueTask InitializeAsync()
    {
        await scene.Begin();
        using var tls = EtcdTls.FromFiles(scene.Etcd.AuthorityFile, scene.Etcd.Client.Certificate, scene.Etcd.Client.Key);
        using var etcd = new EtcdClient(new EtcdClientOptions { Endpoints = [.. scene.Etcd.Endpoints.Select(e => new Uri(e))], Tls = tls });
        var filled = await etcd.Range(new RangeRequest(Encoding.ASCII.GetBytes(FirstFiller)) { CountOnly = true }, Ct);
        for (var i = filled.Count > 0 ? 40 : 0; i < 40; i++)
        {
            await etcd.Put(Encoding.ASCII.GetBytes($"/filler/{i}"), RandomNumberGenerator.GetBytes(1 << 20), Ct);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Operator_killed_at_any_moment_leaves_every_backup_whole()
    {
        var spool = Directory.CreateDirectory(Path.Combine(scene.Folder, "spool")).FullName;
        string[] names = ["killed-1", "killed-2", "killed-3", "killed-4"];
        foreach (var name in names)
        {
            await scene.Backup(name);
            await using var doomed = StartOperator(spool);
            await scene.Wait($"etcdbackup/{name}", "jsonpath={.status.currentRun.attempt}=1");
            await Task.Delay(RandomNumberGenerator.GetInt32(700), Ct);
            await doomed.Kill();
        }

        await using var survivor = StartOperator(spool);
        foreach (var name in names)
        {
            await scene.Wait($"etcdbackup/{name}", "condition=Complete");
            Assert.Single(scene.Objects(name), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
            await scene.Wait($"etcdsnapshot/{await scene.Get($"etcdbackup/{name}", "{.status.lastSuccess.snapshot}")}", "condition=Verified");
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(spool));
    }

    [Fact]
    public async Task Store_killed_in_a_run_is_told_and_the_run_goes_on_when_it_is_back()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("no-store-for-a-while");
        await scene.Wait("etcdbackup/no-store-for-a-while", "jsonpath={.status.currentRun.attempt}=1");
        await scene.S3.Kill();
        await scene.WaitForReason("no-store-for-a-while", "StoreUnreachable");
        await scene.S3.Restart(Ct);
        await scene.Wait("etcdbackup/no-store-for-a-while", "condition=Complete");
    }

    [Fact]
    public async Task Member_killed_in_a_run_is_replaced_by_another()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("one-member-less");
        await scene.Wait("etcdbackup/one-member-less", "jsonpath={.status.currentRun.attempt}=1");
        await scene.Etcd.Members[2].Kill();
        await scene.Wait("etcdbackup/one-member-less", "condition=Complete");
        await scene.Etcd.Members[2].Restart(Ct);
    }

    [Fact]
    public async Task Api_killed_in_a_run_finds_the_run_done_once()
    {
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("no-api-for-a-while");
        await scene.Wait("etcdbackup/no-api-for-a-while", "jsonpath={.status.currentRun.attempt}=1");
        await scene.Api.Kill();
        await scene.Api.Restart(Ct);
        await scene.Wait("etcdbackup/no-api-for-a-while", "condition=Complete");
        Assert.Single(scene.Objects("no-api-for-a-while"), o => o.EndsWith("manifest.json", StringComparison.Ordinal));
    }

    private ChildProcess StartOperator(string spool) => ChildProcess.Start(
        Path.Combine(AppContext.BaseDirectory, "daytwo"),
        ["operator", "--kubeconfig", scene.OperatorKubeconfig, "--listen", "off", "--leader-elect=false", "--spool-dir", spool],
        Path.Combine(scene.Folder, "operator.log"));
}
