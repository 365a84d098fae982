using System.Text;
using Daytwo.Cluster.Tests.Cli;
using Daytwo.Cluster.Tests.Etcd;
using Daytwo.Cluster.Tests.Operator;
using Daytwo.Cluster.Tests.Support;
using Daytwo.Etcd;
using Daytwo.Etcd.Membership;

namespace Daytwo.Cluster.Tests.Faults;

/// <summary>Members that must not, or should rather not, be read from.</summary>
[Collection(SourceFaultCollection.Name)]
public sealed class SourceAlarmTests(FaultScene faults) : IAsyncLifetime
{
    private readonly Scene scene = faults.Scene;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => faults.Begin();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Cluster_whose_every_member_is_full_is_backed_up_and_the_alarm_told_until_it_is_gone()
    {
        await using var patient = await Patient.Start(scene, "etcd-all-full", members: 1, "--quota-backend-bytes=3000000");
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await Fill(patient);
        await scene.Backup("all-full", urls: patient.Urls, client: patient.Secret);
        await IsTold("all-full");
        Assert.Contains("warning: etcd takes no writes", await FromTheCommandLine(patient), StringComparison.Ordinal);

        foreach (var alarm in await patient.Client.Alarms(Ct))
        {
            await patient.Client.Disarm(alarm, Ct);
        }

        await scene.Backup("disarmed", urls: patient.Urls, client: patient.Secret);
        await faults.Heals("disarmed");
    }

    [Fact]
    public async Task Member_without_the_alarm_is_read_from_and_the_alarm_told()
    {
        await using var patient = await Patient.Start(scene, "etcd-some-full", members: 3, "--quota-backend-bytes=3000000");
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        var alarmed = await Fill(patient);
        await scene.Backup("some-full", urls: patient.Urls, client: patient.Secret);
        await IsTold("some-full");

        // Which members notice, and whether all do, is up to etcd.
        Assert.True(alarmed.Count == 3 || !alarmed.Contains(await scene.Get("etcdbackup/some-full", "{.status.lastSuccess.member}")));
    }

    [Fact]
    public async Task Learner_is_passed_over()
    {
        await using var patient = await Patient.Start(scene, "etcd-learner", members: 1);
        var (url, process) = await Learner.Start(patient.Etcd, patient.Folder);
        await using var learner = process;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("learner-first", urls: $"{url}, {patient.Urls}", client: patient.Secret);

        await faults.Heals("learner-first");
        Assert.Equal(patient.Etcd.Members[0].Name, await scene.Get("etcdbackup/learner-first", "{.status.lastSuccess.member}"));
    }

    [Fact]
    public async Task Learner_alone_is_no_source()
    {
        await using var patient = await Patient.Start(scene, "etcd-learner-alone", members: 1);
        var (url, process) = await Learner.Start(patient.Etcd, patient.Folder);
        await using var learner = process;
        await using var running = new RunningOperator(scene.OperatorKubeconfig);
        await scene.Backup("learner-alone", urls: url, client: patient.Secret);
        await faults.Fails("learner-alone", "NoHealthyMember", "is a learner, not a voting member");
        await scene.Kubectl.Succeeds("delete", "etcdbackup", "learner-alone");
    }

    private async Task IsTold(string name)
    {
        await scene.Wait($"etcdbackup/{name}", "condition=Complete");
        var conditions = await faults.Conditions(name);
        Assert.Equal("True", conditions["Ready"].Status);
        Assert.Equal(("True", "EtcdNoSpace"), (conditions["Degraded"].Status, conditions["Degraded"].Reason));
        Assert.Contains("etcdctl alarm disarm", conditions["Degraded"].Message, StringComparison.Ordinal);
        await faults.Happened(name, "Warning EtcdNoSpace", "takes no writes");
        await faults.IsWhole(name, snapshots: 1);
    }

    /// <summary>Writes until etcd takes no more.</summary>
    /// <returns>Names of the members with the alarm.</returns>
    private static async Task<IReadOnlyList<string>> Fill(Patient patient)
    {
        var full = await Assert.ThrowsAsync<EtcdException>(async () =>
        {
            for (var i = 0; i < 1000; i++)
            {
                await patient.Client.Put(Encoding.ASCII.GetBytes($"/full/{i}"), new byte[100_000], Ct);
            }
        });
        Assert.Equal(EtcdFailure.NoSpace, full.Failure);
        IReadOnlyList<string> alarmed = [];
        await Eventually.True(async () => (alarmed = MemberChoice.From(await patient.Client.View(Ct)).OutOfSpace).Count > 0);
        return alarmed;
    }

    private async Task<string> FromTheCommandLine(Patient patient)
    {
        var run = await DaytwoProgram.Run(
            "backup", "now", "--endpoints", string.Join(',', patient.Etcd.Endpoints), "--cacert", patient.Etcd.AuthorityFile,
            "--cert", patient.Etcd.Client.Certificate, "--key", patient.Etcd.Client.Key, "--to", "file:" + Path.Combine(patient.Folder, "store"));
        Assert.Equal(0, run.Code);
        return run.Error;
    }
}
