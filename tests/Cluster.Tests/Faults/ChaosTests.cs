using System.Diagnostics;
using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Crds;
using Daytwo.LocalCluster.Pki;
using Daytwo.LocalCluster.Processes;
using Microsoft.AspNetCore.Http;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>
/// Every program that takes part is killed in the middle of a run, which is held there by a proxy: each backup must be whole, and there once,
/// and what was left must be swept.
/// </summary>
[Collection(SourceFaultCollection.Name)]
public sealed class ChaosTests(FaultScene faults) : IAsyncLifetime
{
    /// <summary>How long config/manager lets the operator take to end.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    private readonly Scene scene = faults.Scene;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Operator_killed_at_any_moment_leaves_every_backup_whole_and_what_it_left_is_swept()
    {
        (string Name, Predicate<HttpRequest> Kind, Func<Halt, Fault> How)[] moments =
        [
            ("killed-sending", S3Requests.SendsData, halt => new Fault.HaltRequest(halt)),
            ("killed-between-parts", S3Requests.SendsData, halt => new Fault.HaltAnswer(halt)),
            ("killed-completing", S3Requests.CompletesUpload, halt => new Fault.HaltAnswer(halt)),
            ("killed-reading-back", S3Requests.ReadsData, halt => new Fault.HaltAnswer(halt)),
            ("killed-listing", S3Requests.SendsManifest, halt => new Fault.HaltAnswer(halt)),
        ];
        var spool = Directory.CreateDirectory(Path.Combine(scene.Folder, "spool")).FullName;
        var proxies = await Task.WhenAll(moments.Select(_ => faults.StoreProxy()));
        foreach (var ((name, kind, how), proxy) in moments.Zip(proxies))
        {
            var halt = proxy.HaltOnce(kind, how);
            await scene.Backup(name, endpoint: proxy.Url);
            await using var doomed = StartOperator("--leader-elect=false", "--spool-dir", spool);
            await halt.Reached(Ct);
            Assert.Equal("1", await scene.Get($"etcdbackup/{name}", "{.status.currentRun.attempt}"));
            Assert.NotEqual(0, proxy.BytesSent);
            await doomed.Kill();
            halt.Release();
        }

        await faults.Age("killed-");
        await using var survivor = StartOperator("--leader-elect=false", "--spool-dir", spool);
        foreach (var (name, _, _) in moments)
        {
            await faults.Heals(name);
            await faults.Happened(name, "Normal BackupRestarted", "attempt 2 begins");
        }

        Assert.Empty(Directory.EnumerateFileSystemEntries(spool));
        await Task.WhenAll(proxies.Select(p => p.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Store_killed_in_a_run_is_told_and_the_run_goes_on_when_it_is_back()
    {
        await using var proxy = await faults.StoreProxy();
        var halt = proxy.HaltOnce(S3Requests.SendsData, h => new Fault.HaltRequest(h));
        await using (new RunningOperator(scene.OperatorKubeconfig))
        {
            await scene.Backup("no-store-for-a-while", endpoint: proxy.Url);
            await halt.Reached(Ct);
            await scene.S3.Kill();
            halt.Release();
            await faults.Fails("no-store-for-a-while", "StoreUnreachable", "Check the server and the network");
        }

        await scene.S3.Restart(Ct);
        await faults.Age("no-store-for-a-while");
        await using var next = new RunningOperator(scene.OperatorKubeconfig);
        await faults.Heals("no-store-for-a-while");
    }

    [Fact]
    public async Task Member_killed_while_it_serves_is_replaced_by_another()
    {
        await using var patient = await Patient.Start(scene, "etcd-member-killed", members: 3);
        await patient.Fill(16);
        var serving = new KeyPairFiles(Path.Combine(patient.Folder, "etcd-server.crt"), Path.Combine(patient.Folder, "etcd-server.key"));
        var members = await Task.WhenAll(patient.Etcd.Endpoints.Select(e => FaultProxy.Start(e, patient.Etcd.AuthorityFile, serving, Ct, patient.Etcd.Client)));
        var served = new TaskCompletionSource<int>();
        for (var i = 0; i < members.Length; i++)
        {
            var member = i;
            members[i].Disturb = request =>
            {
                _ = request.Path.Value!.EndsWith("/Snapshot", StringComparison.Ordinal) && served.TrySetResult(member);
                return null;
            };
        }

        await using var store = await faults.StoreProxy();
        var halt = store.HaltOnce(S3Requests.SendsData, h => new Fault.HaltRequest(h));
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("one-member-less", urls: string.Join(", ", members.Select(m => m.Url)), client: patient.Secret, endpoint: store.Url);
        await halt.Reached(Ct);
        var victim = patient.Etcd.Members[await served.Task];
        await victim.Kill();
        halt.Release();

        await faults.Heals("one-member-less");
        await faults.Happened("one-member-less", "Warning BackupAttemptFailed", "EtcdInterrupted: The snapshot broke off");
        Assert.NotEqual(victim.Name, await scene.Get("etcdbackup/one-member-less", "{.status.lastSuccess.member}"));
        await Task.WhenAll(members.Select(m => m.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task Api_killed_in_a_run_finds_the_run_done_once()
    {
        await using var proxy = await faults.StoreProxy();
        var halt = proxy.HaltOnce(S3Requests.SendsData, h => new Fault.HaltRequest(h));
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("no-api-for-a-while", endpoint: proxy.Url);
        await halt.Reached(Ct);
        await scene.Api.Kill();
        halt.Release();
        await Eventually.True(() => scene.Objects("no-api-for-a-while").Any(o => o.EndsWith("manifest.json", StringComparison.Ordinal)));
        await scene.Api.Restart(Ct);

        // The first may have lost its leadership meanwhile and ended, as a process would that is then started anew.
        await using var another = new RunningOperator(scene.OperatorKubeconfig, "operator-2");
        await faults.Heals("no-api-for-a-while");
    }

    [Fact]
    public async Task Leader_killed_in_a_run_is_followed_by_the_other_which_takes_the_run_over()
    {
        await using var proxy = await faults.StoreProxy();
        var halt = proxy.HaltOnce(S3Requests.SendsData, h => new Fault.HaltRequest(h));
        await using var leader = StartOperator();
        await scene.Backup("taken-over", endpoint: proxy.Url);
        await halt.Reached(Ct);
        await using var follower = StartOperator();
        await leader.Kill();
        halt.Release();
        await faults.Age("taken-over");

        await faults.Heals("taken-over");
        await faults.Happened("taken-over", "Normal BackupRestarted", "attempt 2 begins");
        Assert.Equal("2", await scene.Get("etcdbackup/taken-over", "{.status.lastRun.attempts}"));
    }

    [Fact]
    public async Task Leader_told_to_end_in_a_run_leaves_nothing_and_hands_over_at_once()
    {
        await using var proxy = await faults.StoreProxy();
        var halt = proxy.HaltOnce(S3Requests.SendsData, h => new Fault.HaltRequest(h));
        using var leader = DaytwoProgram.Start(DaytwoProgram.Executable, new Dictionary<string, string>(), OperatorWords());
        var log = leader.StandardError.ReadToEndAsync(Ct);
        await scene.Backup("handed-over", endpoint: proxy.Url);
        await halt.Reached(Ct);
        Assert.NotEmpty(await Holder());
        using (Process.Start("/bin/kill", ["-TERM", $"{leader.Id}"]))
        {
            await leader.WaitForExitAsync(Ct).WaitAsync(Grace, Ct);
        }

        Assert.True(leader.ExitCode == 0, await log);
        Assert.Empty(await Holder());
        await faults.IsWhole("handed-over", snapshots: 0);
        await using var next = new RunningOperator(scene.OperatorKubeconfig);
        await faults.Heals("handed-over");
        Assert.Equal("2", await scene.Get("etcdbackup/handed-over", "{.status.lastRun.attempts}"));
    }

    private string[] OperatorWords(params string[] more) => ["operator", "--kubeconfig", scene.OperatorKubeconfig, "--listen", "off", .. more];

    private ChildProcess StartOperator(params string[] more) => ChildProcess.Start(DaytwoProgram.Executable, OperatorWords(more), Path.Combine(scene.Folder, "operator.log"));

    private Task<string> Holder() => scene.Kubectl.Succeeds("get", "lease", "-n", Kinds.SecretsNamespace, "daytwo-operator", "--ignore-not-found", "-o", "jsonpath={.spec.holderIdentity}");
}
